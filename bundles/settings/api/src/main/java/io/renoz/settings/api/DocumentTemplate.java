package io.renoz.settings.api;

import io.renoz.document.BusinessDocument;
import io.renoz.document.PdfDocument;
import io.renoz.document.PdfLook;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Look and fixed texts of the documents of one type, with the organization's branding where the type has none of its own.
 *
 * @param documentType {@code invoice}, {@code delivery_note} ...
 * @param logoAttachmentId the picture of the look; null where there is none
 * @param includeQr whether the document shows a code for telephones, where there is something for it to say
 * @param termsText may be empty
 * @param language the type's, else the organization's
 */
public record DocumentTemplate(
        String documentType,
        @Nullable UUID logoAttachmentId,
        PdfLook look,
        boolean includeQr,
        String termsText,
        Locale language) {

    /**
     * A document of the type for {@link io.renoz.document.PdfRenderer}.
     *
     * @param content XHTML with Mustache tags; {@code {{terms}}} stands for the fixed terms
     * @param data what the other tags stand for
     * @param code what the code at its end says, where the organization wants one; none when empty
     */
    public PdfDocument document(String title, String content, Map<String, ?> data, String code, Instant dated) {
        var all = new java.util.HashMap<String, Object>(data);
        all.putIfAbsent("terms", termsText);
        return new PdfDocument(title, content, all, look, language, includeQr ? code : "", dated);
    }

    /**
     * A paper of trade of the type, in its look and with its terms where the paper has none of its own.
     *
     * @param code as in {@link #document(String, String, Map, String, Instant)}
     * @param dated when it was made; nothing else in the bytes tells the time
     */
    public PdfDocument document(BusinessDocument paper, String code, Instant dated) {
        return paper.in(look, language, termsText, includeQr ? code : "", dated);
    }
}
