package io.renoz.platform.mail;

import io.renoz.platform.mail.MailSettings.Security;
import io.renoz.platform.mail.MailSettings.Smtp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

/**
 * Speaks SMTP, one connection a letter. Its certificate has to be good and to name the host; without one that is, nothing is
 * sent, not even the password.
 */
final class SmtpCarrier implements Carrier {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final Smtp server;
    private final String sender;
    private final Session session;

    /** {@code sender} is where bounces go. */
    SmtpCarrier(Smtp server, String sender) {
        this.server = server;
        this.sender = sender;
        session = Session.getInstance(properties());
    }

    private Properties properties() {
        var properties = new Properties();
        boolean tls = server.security() == Security.TLS;
        boolean starttls = server.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty("mail.smtp.from", sender);
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        return properties;
    }

    @Override
    public void carry(Letter letter) throws Exception {
        MailClasses.call(() -> {
            var message = new MimeMessage(
                    session, new ByteArrayInputStream(letter.content().getBytes(StandardCharsets.UTF_8)));
            try (Transport transport = session.getTransport("smtp")) {
                if (server.user().isEmpty()) {
                    transport.connect(server.host(), server.port(), null, null);
                } else {
                    transport.connect(server.host(), server.port(), server.user(), server.password());
                }
                transport.sendMessage(message, new InternetAddress[] {new InternetAddress(letter.recipient(), true)});
            }
            return letter;
        });
    }
}
