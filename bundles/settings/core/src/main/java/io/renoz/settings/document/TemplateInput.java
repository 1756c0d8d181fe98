package io.renoz.settings.document;

import io.renoz.problem.Problem;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an organization may set of the documents of one type.
 *
 * @param logoAttachmentId a PNG or JPEG image among the files; the organization's logo where there is none
 * @param primaryColor of headings; {@code #1f2937} stands for the organization's own
 * @param secondaryColor of small print; {@code #6b7280} stands for the organization's own
 * @param headerText name and address of the organization where there is none
 * @param footerText legal name and tax number of the organization where there is none
 * @param locale language of the text; the organization's where there is none
 */
public record TemplateInput(
        @Nullable UUID logoAttachmentId,
        @NotNull @Pattern(regexp = COLOUR) String primaryColor,
        @NotNull @Pattern(regexp = COLOUR) String secondaryColor,
        @NotNull FontFamily fontFamily,
        @NotNull PaperSize paperSize,
        boolean includeQr,
        @Nullable @Size(max = 2000) String headerText,
        @Nullable @Size(max = 2000) String footerText,
        @Nullable @Size(max = 20000) String termsText,
        @Nullable @Size(max = 20) String locale) {

    private static final String COLOUR = "#[0-9A-Fa-f]{6}";

    public TemplateInput {
        if (locale != null && !isLanguageTag(locale)) {
            throw Problem.invalid("locale", locale + " is not a BCP 47 language tag.");
        }
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    static TemplateInput of(TemplateRow row) {
        return new TemplateInput(
                row.logoAttachmentId,
                row.primaryColor,
                row.secondaryColor,
                row.fontFamily,
                row.paperSize,
                row.includeQr,
                row.headerText,
                row.footerText,
                row.termsText,
                row.locale);
    }

    /** A row that is not stored, as it would look. */
    TemplateRow unsaved(String documentType) {
        var row = new TemplateRow(documentType);
        row.logoAttachmentId = logoAttachmentId;
        row.primaryColor = primaryColor;
        row.secondaryColor = secondaryColor;
        row.fontFamily = fontFamily;
        row.paperSize = paperSize;
        row.includeQr = includeQr;
        row.headerText = headerText;
        row.footerText = footerText;
        row.termsText = termsText;
        row.locale = locale;
        return row;
    }
}
