package io.renoz.document;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A document to be made.
 *
 * @param title what readers show as its title, and what stands at its top
 * @param template the content as XHTML with Mustache tags, that is, what stands inside {@code body}. Values are escaped always;
 *     {@code {{{value}}}} and {@code {{&value}}} are refused. The classes {@code amount} (to the right), {@code muted}, {@code
 *     total} and {@code terms} are styled
 * @param data what the tags stand for: texts as people shall read them (see {@link io.renoz.format.Format}), flags, lists and
 *     maps of such
 * @param look the organization's
 * @param language of the text
 * @param code what a code at its end says to telephones (QR), such as an address; none when empty
 * @param dated when the document was made; nothing else in the bytes tells the time
 */
public record PdfDocument(
        String title, String template, Map<String, ?> data, PdfLook look, Locale language, String code, Instant dated) {

    public PdfDocument {
        data = Map.copyOf(data);
    }
}
