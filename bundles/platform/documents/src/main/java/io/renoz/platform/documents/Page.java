package io.renoz.platform.documents;

import io.renoz.document.PdfDocument;
import io.renoz.document.PdfLook;
import java.util.Base64;
import java.util.Optional;

/** The whole of a document as XHTML: what is the same in all of them around what is its own. */
final class Page {

    private static final String STYLE = """
            @page { size: %s; margin: 20mm 18mm 24mm 18mm;
              @bottom-left { content: element(footer); width: 80%%; }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: %s; font-size: 8pt; color: %s; } }
            body { font-family: %s; font-size: 10pt; line-height: 1.4; color: #111827; margin: 0; }
            h1 { font-size: 18pt; margin: 6mm 0 4mm 0; color: %s; }
            h2 { font-size: 12pt; margin: 5mm 0 2mm 0; color: %s; }
            table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th { text-align: left; border-bottom: 1pt solid %s; padding: 1.5mm 2mm; color: %s; }
            td { border-bottom: 0.4pt solid #d1d5db; padding: 1.5mm 2mm; vertical-align: top; }
            tr { page-break-inside: avoid; }
            .amount { text-align: right; }
            .total { font-weight: bold; }
            .muted { color: %s; }
            .text { white-space: pre-line; }
            .label { color: %s; font-size: 8pt; padding-right: 4mm; white-space: nowrap; }
            .plain, .facts { margin-bottom: 4mm; }
            .plain td { border: none; padding: 0 4mm 0 0; }
            .facts td { padding: 0 3mm 0.5mm 0; }
            .lines { margin-bottom: 3mm; }
            .totals { page-break-inside: avoid; }
            .totals td { border: none; padding: 0.8mm 2mm; }
            .totals .total td { border-top: 1pt solid %s; }
            .sum { width: 35mm; white-space: nowrap; }
            .terms { margin-top: 8mm; font-size: 8pt; white-space: pre-line; }
            .logo { max-height: 18mm; max-width: 60mm; }
            .code { width: 25mm; height: 25mm; image-rendering: pixelated; }
            .header { width: 100%%; }
            .header td { border: none; padding: 0; }
            .header-text { white-space: pre-line; text-align: right; font-size: 8pt; color: %s; }
            .footer { position: running(footer); white-space: pre-line; font-size: 8pt; color: %s; }
            """;

    private Page() {}

    /**
     * The document.
     *
     * @param fonts names of the typefaces for a style sheet
     * @param logo if it can be shown
     * @param content as XHTML
     */
    static String of(PdfDocument document, String fonts, Optional<PdfLook.Picture> logo, String content) {
        PdfLook look = document.look();
        String primary = look.primaryColor();
        String secondary = look.secondaryColor();
        String style = STYLE.formatted(
                look.paperSize().equals("letter") ? "letter" : "A4",
                fonts,
                secondary,
                fonts,
                primary,
                primary,
                primary,
                primary,
                secondary,
                secondary,
                primary,
                secondary,
                secondary);
        String title = Templates.escaped(document.title());
        return "<html lang=\"" + Templates.escaped(document.language().toLanguageTag()) + "\"><head><title>" + title
                + "</title><style>" + style + "</style></head><body>"
                + "<div class=\"footer\">" + Templates.escaped(look.footerText()) + "</div>"
                + "<table class=\"header\"><tr><td>" + logo.map(Page::image).orElse("")
                + "</td><td class=\"header-text\">"
                + Templates.escaped(look.headerText()) + "</td></tr></table>"
                + "<h1>" + title + "</h1>" + content + code(document.code()) + "</body></html>";
    }

    private static String code(String text) {
        return text.isEmpty()
                ? ""
                : "<p><img class=\"code\" alt=\"\" src=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(Codes.png(text)) + "\"/></p>";
    }

    private static String image(PdfLook.Picture picture) {
        return "<img class=\"logo\" alt=\"\" src=\"data:" + picture.mediaType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.bytes()) + "\"/>";
    }
}
