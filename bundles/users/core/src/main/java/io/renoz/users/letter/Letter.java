package io.renoz.users.letter;

import io.renoz.mail.MailAddress;
import io.renoz.mail.MailMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail of a few sentences and at most one link, as text and as HTML. Words of people are only ever words in it.
 *
 * @param paragraphs in order; the link stands behind the first
 */
record Letter(String subject, List<String> paragraphs, String link) {

    private static final int NAME = 200;
    private static final int SUBJECT = 200;

    Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    static Letter of(String subject, String link, String... paragraphs) {
        return new Letter(subject, List.of(paragraphs), link);
    }

    MailMessage to(String address, String name) {
        return MailMessage.of(
                        new MailAddress(address, MailMessage.line(name, NAME)),
                        MailMessage.line(subject, SUBJECT),
                        text())
                .html(html());
    }

    private String text() {
        var parts = new ArrayList<>(paragraphs);
        if (!link.isEmpty()) {
            parts.add(1, link);
        }
        return String.join("\n\n", parts) + "\n";
    }

    private String html() {
        var html = new StringBuilder("<!doctype html><html><body>");
        for (int i = 0; i < paragraphs.size(); i++) {
            html.append("<p>").append(escaped(paragraphs.get(i))).append("</p>");
            if (i == 0 && !link.isEmpty()) {
                String address = escaped(link);
                html.append("<p><a href=\"")
                        .append(address)
                        .append("\">")
                        .append(address)
                        .append("</a></p>");
            }
        }
        return html.append("</body></html>").toString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>");
    }
}
