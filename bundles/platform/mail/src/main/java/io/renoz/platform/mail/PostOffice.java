package io.renoz.platform.mail;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Transactions;
import io.renoz.kernel.Migrator;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import io.renoz.security.SecretBox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PLT-12: takes mails in with the transaction that asks for them, and has them carried out after its commit. */
@Component(service = {Mailer.class, PostOffice.class})
public final class PostOffice implements Mailer {

    private static final Logger log = LoggerFactory.getLogger(PostOffice.class);
    private static final String QUEUE = "insert into platform.mail_queue"
            + " (organization_id, id, recipient, subject, content_encrypted, next_attempt_at, created_by)"
            + " values (?, ?, ?, ?, ?, ?, ?)";

    private final Databases databases;
    private final Transactions transactions;
    private final SecretBox secrets;
    private final Clock clock;
    private final String home;
    private final boolean server;
    private final boolean nowhere;
    private final Typist typist;
    private final Postman postman;

    /** {@code schema} is there as soon as the tables are. */
    @Activate
    public PostOffice(
            @Reference Databases databases,
            @Reference Transactions transactions,
            @Reference SecretBox secrets,
            @Reference Clock clock,
            @Reference Migrator schema) {
        this(databases, transactions, secrets, clock, System.getenv());
    }

    PostOffice(
            Databases databases,
            Transactions transactions,
            SecretBox secrets,
            Clock clock,
            Map<String, String> environment) {
        this.databases = databases;
        this.transactions = transactions;
        this.secrets = secrets;
        this.clock = clock;
        MailSettings settings = MailSettings.of(environment);
        home = settings.home();
        server = settings.smtp().isPresent();
        nowhere = !server && settings.folder().isEmpty();
        typist = new Typist(settings.from(), !server);
        postman = new Postman(
                new Bag(databases.platform(), secrets, clock, Ids.next().toString()), carrier(settings));
        postman.start();
    }

    private Carrier carrier(MailSettings settings) {
        if (settings.smtp().isPresent()) {
            log.info("Mails go to {}", settings.smtp().get());
            return new SmtpCarrier(settings.smtp().get(), typist.sender());
        }
        if (settings.folder().isPresent()) {
            log.info(
                    "Without a mail server mails become files in {}",
                    settings.folder().get());
            return new FileCarrier(settings.folder().get(), clock);
        }
        log.info("Without a mail server there are no mails");
        return letter -> log.debug("Nobody gets {}", letter.id());
    }

    @Deactivate
    void close() throws InterruptedException {
        postman.close();
    }

    @Override
    public boolean isConfigured() {
        return server;
    }

    @Override
    public String link(String path) {
        return home + path;
    }

    @Override
    public UUID send(MailMessage message) {
        UUID id = Ids.next();
        if (nowhere) {
            return id;
        }
        UUID organization = Call.tenant();
        Letter letter = typist.type(id, message, clock.instant());
        try (Connection connection = databases.module("platform").getConnection();
                PreparedStatement statement = connection.prepareStatement(QUEUE)) {
            statement.setObject(1, organization);
            statement.setObject(2, id);
            statement.setString(3, letter.recipient());
            statement.setString(4, message.subject());
            statement.setString(5, secrets.seal(organization, Bag.purpose(id), letter.content()));
            statement.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setObject(7, Call.user().orElse(null));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The mail could not be queued", e);
        }
        transactions.afterCommit(postman::wake);
        return id;
    }

    /** There may be something to carry. */
    void wake() {
        postman.wake();
    }
}
