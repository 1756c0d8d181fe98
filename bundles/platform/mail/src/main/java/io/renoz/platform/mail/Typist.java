package io.renoz.platform.mail;

import io.renoz.mail.MailAttachment;
import io.renoz.mail.MailMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;

/** Writes mails out as RFC 5322 and MIME have them. Thread-safe. */
final class Typist {

    private static final String UTF_8 = "UTF-8";

    private final InternetAddress from;
    private final boolean eightBit;

    /**
     * @param from the sender of all mails
     * @param eightBit text as it is, for files that people open; else encoded so that every server takes it
     */
    Typist(String from, boolean eightBit) {
        this.eightBit = eightBit;
        try {
            InternetAddress read = new InternetAddress(from, true);
            this.from = new InternetAddress(read.getAddress(), read.getPersonal(), UTF_8);
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("RENOZ_MAIL_FROM is no address: \"" + from + "\".", e);
        }
    }

    /** The bare address of the sender. */
    String sender() {
        return from.getAddress();
    }

    Letter type(UUID id, MailMessage mail, Instant at) {
        return MailClasses.within(() -> new Letter(id, mail.to().address(), text(id, mail, at)));
    }

    private String text(UUID id, MailMessage mail, Instant at) throws MessagingException, IOException {
        var message = new Numbered(
                id + "@" + from.getAddress().substring(from.getAddress().indexOf('@') + 1));
        message.setFrom(from);
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(
                        mail.to().address(),
                        mail.to().name().isEmpty() ? null : mail.to().name(),
                        UTF_8));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated"); // no out-of-office answers
        body(message, mail);
        message.saveChanges();
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void body(MimeMessage message, MailMessage mail) throws MessagingException {
        if (mail.attachments().isEmpty() && mail.html() == null) {
            text(message, mail.text(), "plain");
        } else if (mail.attachments().isEmpty()) {
            message.setContent(alternatives(mail));
        } else {
            var parts = new MimeMultipart("mixed");
            var words = new MimeBodyPart();
            words.setContent(alternatives(mail));
            parts.addBodyPart(words);
            for (MailAttachment file : mail.attachments()) {
                parts.addBodyPart(attachment(file));
            }
            message.setContent(parts);
        }
    }

    private Multipart alternatives(MailMessage mail) throws MessagingException {
        var parts = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        text(plain, mail.text(), "plain");
        parts.addBodyPart(plain);
        if (mail.html() != null) {
            var html = new MimeBodyPart();
            text(html, mail.html(), "html");
            parts.addBodyPart(html);
        }
        return parts;
    }

    private void text(javax.mail.internet.MimePart part, String words, String kind) throws MessagingException {
        part.setText(words, UTF_8, kind);
        if (eightBit) {
            part.setHeader("Content-Transfer-Encoding", "8bit");
        }
    }

    private static MimeBodyPart attachment(MailAttachment file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.contentType())));
        part.setFileName(file.name());
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Keeps the number it was given, so that a mail which is handed over twice can be told to be one. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(String number) {
            super(Session.getInstance(new Properties()));
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + number + ">");
        }
    }
}
