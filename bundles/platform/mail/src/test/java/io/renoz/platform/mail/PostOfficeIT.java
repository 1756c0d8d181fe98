package io.renoz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.renoz.data.ListQuery;
import io.renoz.mail.MailAddress;
import io.renoz.mail.MailAttachment;
import io.renoz.mail.MailMessage;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PostOfficeIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final MailMessage HELLO = MailMessage.of(
            new MailAddress("zoe@example.com", "Zoë Ångström"), "Grüße aus Köln 漢字", "Token: s3cret-t0ken");

    /** A clock that stands until it is moved. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Organization acme = PLATFORM.organization();
    private final Hands hands = new Hands();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private PostOffice office = closed();

    private static PostOffice closed() {
        return office(Clock.systemUTC(), Map.of());
    }

    private static PostOffice office(Clock clock, Map<String, String> environment) {
        return new PostOffice(PLATFORM.databases(), PLATFORM.transactions(), PLATFORM.secrets(), clock, environment);
    }

    @BeforeEach
    void open() throws InterruptedException {
        server.start();
        office.close();
        office = office(
                hands,
                Map.of(
                        "RENOZ_SMTP_HOST", "127.0.0.1",
                        "RENOZ_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
                        "RENOZ_SMTP_SECURITY", "none",
                        "RENOZ_MAIL_FROM", "Köbes GmbH <office@renoz.example>"));
    }

    @AfterEach
    void close() throws InterruptedException {
        office.close();
        server.stop();
        try (Connection connection = PLATFORM.databases().platform().getConnection();
                PreparedStatement clear = connection.prepareStatement("delete from platform.mail_queue")) {
            clear.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what was waited for did not come").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private List<String> queue() {
        try (Connection connection = PLATFORM.databases().platform().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select state || ' ' || attempt_count || ' ' || extract(epoch from next_attempt_at - ?)::bigint"
                                + " from platform.mail_queue where organization_id = ?")) {
            statement.setObject(1, hands.instant().atOffset(ZoneOffset.UTC));
            statement.setObject(2, acme.id());
            var rows = new java.util.ArrayList<String>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("PLT-12: a mail is handed over after the commit, whatever script its names are in, and then is gone")
    void handsOverAfterTheCommit() throws Exception {
        acme.run(() -> {
            office.send(HELLO);
            assertThat(server.getReceivedMessages()).isEmpty();
        });

        assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Grüße aus Köln 漢字");
        var to = (InternetAddress) mail.getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo("Zoë Ångström");
        assertThat(to.getAddress()).isEqualTo("zoe@example.com");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Köbes GmbH");
        assertThat(mail.getContent().toString().strip()).isEqualTo("Token: s3cret-t0ken");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        await(() -> queue().isEmpty());
    }

    @Test
    @DisplayName("PLT-12: a transaction that rolls back sends nothing")
    void sendsNothingAfterARollBack() {
        assertThatThrownBy(() -> acme.run(() -> {
                    office.send(HELLO);
                    throw Problem.transition("No.");
                }))
                .isInstanceOf(Problem.class);
        acme.run(() -> office.send(MailMessage.of(MailAddress.of("second@example.com"), "Second", "Second")));

        assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        await(() -> queue().isEmpty());
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> office.send(HELLO)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("PLT-12: what waits in the database is encrypted")
    void keepsBodiesSecret() throws Exception {
        server.stop();
        acme.run(() -> office.send(HELLO));

        await(() -> queue().equals(List.of("pending 1 60")));
        try (Connection connection = PLATFORM.databases().platform().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select row_to_json(q)::text from platform.mail_queue q where organization_id = ?")) {
            statement.setObject(1, acme.id());
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).doesNotContain("s3cret").contains("zoe@example.com");
            }
        }
    }

    @Test
    @DisplayName("PLT-12: it is tried again after 1, 5, 15 and 60 minutes, then stays for the operator, who may retry")
    void triesAgain() {
        var resource = new MailResource(PLATFORM.databases(), office);
        int port = server.getSmtp().getPort();
        server.stop();
        acme.run(() -> office.send(HELLO));
        for (int minutes : new int[] {1, 5, 15, 60}) {
            int attempt = minutes == 1 ? 1 : minutes == 5 ? 2 : minutes == 15 ? 3 : 4;
            await(() -> queue().equals(List.of("pending " + attempt + " " + minutes * 60)));
            hands.now = hands.now.plus(Duration.ofMinutes(minutes)).plusMillis(10);
            office.wake();
        }
        await(() -> queue().get(0).startsWith("failed 5"));
        var query = new ListQuery(
                50,
                Optional.empty(),
                Optional.empty(),
                Map.of("organizationId", acme.id().toString()),
                false);
        MailResource.View dead = resource.list(query).items().get(0);
        assertThat(dead.state()).isEqualTo("failed");
        assertThat(dead.lastError()).contains("connect");

        var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            assertThat(resource.retry(dead.id()).state()).isEqualTo("pending");
            assertThat(again.waitForIncomingEmail(20_000, 1)).isTrue();
            await(() -> queue().isEmpty());
        } finally {
            again.stop();
        }
        assertThatThrownBy(() -> resource.retry(UUID.randomUUID())).hasMessageContaining("no such mail");
    }

    @Test
    @DisplayName("PLT-12: with HTML and attachments, whose names may be in any script")
    void carriesAttachments() throws Exception {
        byte[] file = "Über".getBytes(StandardCharsets.UTF_8);
        acme.run(() -> office.send(
                HELLO.html("<p>Grüße</p>").attach(new MailAttachment("Rechnung Ü.pdf", "application/pdf", file))));

        assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        var words = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(words.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Grüße</p>");
        assertThat(javax.mail.internet.MimeUtility.decodeText(
                        parts.getBodyPart(1).getFileName()))
                .isEqualTo("Rechnung Ü.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(file);
    }

    @Test
    @DisplayName("PLT-12: two postmen do not carry the same mail")
    void isCarriedOnce() throws Exception {
        PostOffice other = office(
                hands,
                Map.of(
                        "RENOZ_SMTP_HOST", "127.0.0.1",
                        "RENOZ_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
                        "RENOZ_SMTP_SECURITY", "none",
                        "RENOZ_MAIL_FROM", "office@renoz.example"));
        try {
            for (int i = 0; i < 20; i++) {
                acme.run(() -> office.send(HELLO));
                other.wake();
            }
            await(() -> queue().isEmpty());

            assertThat(server.getReceivedMessages()).hasSize(20);
        } finally {
            other.close();
        }
    }
}
