package io.renoz.mail;

import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its sender writes it; from whom it comes is the operator's business.
 *
 * @param subject one line, at most 255 characters
 * @param text for every reader
 * @param html the same for readers that show it; null when there is none
 * @param attachments at most 10 MB in all
 */
public record MailMessage(
        MailAddress to,
        String subject,
        String text,
        @Nullable String html,
        List<MailAttachment> attachments) {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_BODY = 1_000_000;
    private static final long MOST_BYTES = 10_000_000;

    /**
     * Checks all of it.
     *
     * @throws Problem {@code validation-failed} for what could end a header, or is too much
     */
    public MailMessage {
        requireLine("subject", subject);
        attachments = List.copyOf(attachments);
        if (subject.length() > LONGEST_SUBJECT) {
            throw Problem.invalid("subject", "A subject has at most 255 characters.");
        }
        if (text.length() > LONGEST_BODY || (html != null && html.length() > LONGEST_BODY)) {
            throw Problem.invalid("text", "A mail has at most a million characters.");
        }
        if (attachments.stream().mapToLong(file -> file.content().length).sum() > MOST_BYTES) {
            throw Problem.invalid("attachments", "The attachments of a mail have at most 10 MB in all.");
        }
    }

    /** A mail of plain text. */
    public static MailMessage of(MailAddress to, String subject, String text) {
        return new MailMessage(to, subject, text, null, List.of());
    }

    /** The same mail, for readers that show it, as HTML too. */
    public MailMessage html(String body) {
        return new MailMessage(to, subject, text, body, attachments);
    }

    /** The same mail with one file more. */
    public MailMessage attach(MailAttachment file) {
        var all = new ArrayList<>(attachments);
        all.add(file);
        return new MailMessage(to, subject, text, html, all);
    }

    /** Words of others made fit for a subject or a name: one line, no control characters, not longer than {@code most}. */
    public static String line(String words, int most) {
        String line = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }

    /** Headers are lines: what holds the end of one could begin another. */
    static void requireLine(String field, String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            throw Problem.invalid(field, "Line breaks and control characters cannot be part of it.");
        }
    }
}
