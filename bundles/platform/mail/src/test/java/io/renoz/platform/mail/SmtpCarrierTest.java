package io.renoz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.renoz.mail.MailAddress;
import io.renoz.mail.MailMessage;
import io.renoz.platform.mail.MailSettings.Security;
import io.renoz.platform.mail.MailSettings.Smtp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real servers; two certificates are trusted, of which one names another host. */
class SmtpCarrierTest {

    private static final String KEYSTORE = "greenmail.tls.keystore.file";
    private static final Letter LETTER = new Typist("office@renoz.example", false)
            .type(
                    UUID.randomUUID(),
                    MailMessage.of(MailAddress.of("zoe@example.com"), "Hello", "Hello"),
                    Instant.EPOCH);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    static Path keys;

    private GreenMail server = new GreenMail();

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        certificate("good", "dns:localhost");
        certificate("elsewhere", "dns:smtp.elsewhere.example");
        certificate("stranger", "dns:localhost");
        trust("good");
        trust("elsewhere");
        System.setProperty(KEYSTORE, file("good"));
        System.setProperty("javax.net.ssl.trustStore", keys.resolve("trust.p12").toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
    }

    private static void certificate(String name, String host) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host,
                "-keystore",
                file(name),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-alias",
                name,
                "-keystore",
                file(name),
                "-storepass",
                "changeit",
                "-file",
                keys.resolve(name + ".crt").toString());
    }

    private static void trust(String name) throws IOException, InterruptedException {
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                keys.resolve(name + ".crt").toString(),
                "-keystore",
                file("trust"),
                "-storepass",
                "changeit");
    }

    private static String file(String name) {
        return keys.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var line = new java.util.ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(java.util.List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private int listen(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return protocol.equals(ServerSetup.PROTOCOL_SMTPS)
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    private static SmtpCarrier carrier(int port, Security security) {
        return new SmtpCarrier(new Smtp("localhost", port, security, "", ""), "office@renoz.example");
    }

    @Test
    void sendsToAServerWithAGoodCertificate() throws Exception {
        carrier(listen(ServerSetup.PROTOCOL_SMTPS), Security.TLS).carry(LETTER);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("PLT-12: a certificate that nobody trusts, or that names another host, is refused")
    void refusesWrongCertificates() throws Exception {
        for (String wrong : new String[] {"stranger", "elsewhere"}) {
            try (var greeter = new TlsGreeter(Path.of(file(wrong)))) {
                assertThatThrownBy(() -> carrier(greeter.port(), Security.TLS).carry(LETTER))
                        .as(wrong)
                        .isInstanceOf(MessagingException.class);
                assertThat(greeter.heard()).as(wrong).isEmpty();
            }
        }
        try (var greeter = new TlsGreeter(Path.of(file("good")))) {
            assertThatThrownBy(() -> carrier(greeter.port(), Security.TLS).carry(LETTER))
                    .isInstanceOf(MessagingException.class);
            assertThat(greeter.heard()).startsWith("EHLO");
        }
    }

    @Test
    @DisplayName("PLT-12: with starttls nothing is sent to a server that offers no encryption")
    void insistsOnEncryption() {
        int port = listen(ServerSetup.PROTOCOL_SMTP);

        assertThatThrownBy(() -> carrier(port, Security.STARTTLS).carry(LETTER))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void signsIn() throws Exception {
        int port = listen(ServerSetup.PROTOCOL_SMTP);
        server.setUser("office@renoz.example", "office", "s3cret");

        new SmtpCarrier(new Smtp("localhost", port, Security.NONE, "office", "s3cret"), "office@renoz.example")
                .carry(LETTER);

        assertThat(server.getReceivedMessages()).hasSize(1);
        var wrong = new SmtpCarrier(new Smtp("localhost", port, Security.NONE, "office", "other"), "o@renoz.example");
        assertThatThrownBy(() -> wrong.carry(LETTER))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessageNotContaining("other");
    }
}
