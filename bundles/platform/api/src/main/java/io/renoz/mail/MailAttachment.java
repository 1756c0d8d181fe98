package io.renoz.mail;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file that goes along with a mail.
 *
 * @param name as the reader sees it
 * @param contentType {@code application/pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content below
public record MailAttachment(String name, String contentType, byte[] content) {

    public MailAttachment {
        MailMessage.requireLine("attachments", name);
        MailMessage.requireLine("attachments", contentType);
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAttachment file
                && name.equals(file.name)
                && contentType.equals(file.contentType)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, contentType, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return name + " (" + contentType + ", " + content.length + " bytes)";
    }
}
