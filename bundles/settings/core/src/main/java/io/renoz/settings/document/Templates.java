package io.renoz.settings.document;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.document.PdfLook;
import io.renoz.document.PdfLook.Picture;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Effective looks: what was set for the type of document, else the organization's branding. */
@Component(service = {DocumentTemplates.class, Templates.class})
public final class Templates implements DocumentTemplates {

    /** Documents of the platform's own modules. */
    private static final List<String> KNOWN = List.of(
            "quote",
            "invoice",
            "packing_slip",
            "delivery_note",
            "purchase_order",
            "work_order",
            "completion_certificate",
            "warranty_certificate",
            "statement");

    private static final String TYPE = "[a-z][a-z0-9_]{0,49}";

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final Attachments attachments;

    @Activate
    public Templates(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference Attachments attachments) {
        this.tables = tables;
        this.organizations = organizations;
        this.attachments = attachments;
    }

    /** What a new organization begins with. */
    public void provide() {
        KNOWN.forEach(this::register);
    }

    @Override
    public void register(String documentType) {
        if (!documentType.matches(TYPE)) {
            throw new IllegalArgumentException("No type of document: " + documentType);
        }
        if (tables.findBy(TemplateRow.class, "documentType", documentType).isEmpty()) {
            tables.add(new TemplateRow(documentType));
        }
    }

    @Override
    public DocumentTemplate find(String documentType) {
        return effective(tables.findBy(TemplateRow.class, "documentType", documentType)
                .orElseGet(() -> new TemplateRow(documentType)));
    }

    /** The organization's colours, which its profile does not tell. */
    private record Colours(
            @Nullable String primary, @Nullable String secondary) {}

    DocumentTemplate effective(TemplateRow row) {
        OrganizationProfile organization = organizations.current();
        Colours own = colours();
        UUID logo = row.logoAttachmentId == null ? organization.logoAttachmentId() : row.logoAttachmentId;
        var look = new PdfLook(
                colour(row.primaryColor, TemplateRow.PRIMARY, own.primary()),
                colour(row.secondaryColor, TemplateRow.SECONDARY, own.secondary()),
                Coded.of(row.fontFamily),
                Coded.of(row.paperSize),
                logo == null ? Optional.empty() : picture(logo),
                row.headerText == null ? Letterhead.header(organization) : row.headerText,
                row.footerText == null ? Letterhead.footer(organization) : row.footerText);
        return new DocumentTemplate(
                row.documentType,
                logo,
                look,
                row.includeQr,
                row.termsText == null ? "" : row.termsText,
                row.locale == null ? organization.locale() : Locale.forLanguageTag(row.locale));
    }

    private Colours colours() {
        return tables.entities()
                .createQuery("select o.primaryColor, o.secondaryColor from Organization o", Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> new Colours((String) row[0], (String) row[1]))
                .orElseGet(() -> new Colours(null, null));
    }

    private static String colour(String set, String standard, @Nullable String own) {
        return own != null && set.equalsIgnoreCase(standard) ? own : set;
    }

    /** A picture that was deleted is none. */
    private Optional<Picture> picture(UUID logo) {
        AttachmentContent file;
        try {
            file = attachments.open(logo);
        } catch (Problem gone) {
            return Optional.empty();
        }
        try (InputStream bytes = file.open()) {
            return Optional.of(new Picture(file.attachment().mimeType(), bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
