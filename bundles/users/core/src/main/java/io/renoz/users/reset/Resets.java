package io.renoz.users.reset;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Request;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.users.letter.Letters;
import io.renoz.users.letter.Letters.Reader;
import io.renoz.users.reset.ActionToken.Purpose;
import io.renoz.users.user.EmailAddress;
import io.renoz.users.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails with the way to a new password. Who asks is answered before anything is looked up, so neither the answer nor its time
 * tells whether there is such an account.
 */
@Component(service = Resets.class)
public final class Resets {

    private static final Logger log = LoggerFactory.getLogger(Resets.class);
    static final Duration LIFE = Duration.ofHours(1);
    private static final int MAILS_AN_HOUR = 3;
    private static final int FROM_ONE_ORIGIN = 50;
    private static final int WAITING = 1_000;

    private final OrganizationDirectory organizations;
    private final Transactions transactions;
    private final Tables tables;
    private final ActionTokens tokens;
    private final Letters letters;
    private final AuditTrail audit;
    private final Clock clock;
    private final Executor background;
    private final Runnable end;
    private final Allowance byAddress = new Allowance(MAILS_AN_HOUR);
    private final Allowance byOrigin = new Allowance(FROM_ONE_ORIGIN);

    @Activate
    public Resets(
            @Reference OrganizationDirectory organizations,
            @Reference Transactions transactions,
            @Reference(target = "(domain=users)") Tables tables,
            @Reference ActionTokens tokens,
            @Reference Letters letters,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this(organizations, transactions, tables, tokens, letters, audit, clock, pool());
    }

    private Resets(
            OrganizationDirectory organizations,
            Transactions transactions,
            Tables tables,
            ActionTokens tokens,
            Letters letters,
            AuditTrail audit,
            Clock clock,
            ThreadPoolExecutor pool) {
        this(organizations, transactions, tables, tokens, letters, audit, clock, pool, pool::shutdown);
    }

    Resets(
            OrganizationDirectory organizations,
            Transactions transactions,
            Tables tables,
            ActionTokens tokens,
            Letters letters,
            AuditTrail audit,
            Clock clock,
            Executor background,
            Runnable end) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.tables = tables;
        this.tokens = tokens;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
        this.background = background;
        this.end = end;
    }

    private static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
            var thread = new Thread(work, "renoz-password-reset");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        end.run();
    }

    /**
     * Sends a mail if there is such an account.
     *
     * @throws Problem {@code too-many-attempts}: for addresses that nobody has as well
     */
    void ask(String organization, String email) {
        Request request = Call.find().orElseThrow().request();
        String address = EmailAddress.lower(email);
        request.address().ifPresent(origin -> byOrigin.use(origin, clock.instant()));
        byAddress.use(EmailAddress.lower(organization) + " " + address, clock.instant());
        try {
            background.execute(() -> send(organization, address, request));
        } catch (RejectedExecutionException e) {
            throw Problem.of("unavailable", "Too many people ask for new passwords; try again.");
        }
    }

    private void send(String organization, String email, Request request) {
        try {
            organizations
                    .resolve(organization)
                    .filter(found -> found.status() != OrganizationStatus.CLOSED)
                    .map(OrganizationRef::id)
                    .map(id -> new Call(id, Actor.system("password reset"), Set.of("*"), request, false))
                    .ifPresent(call -> transactions.run(call, () -> send(email)));
        } catch (RuntimeException e) {
            log.error("A mail for a new password could not be written", e);
        }
    }

    /** USR-04: over all nodes, as many an hour as an address gets. */
    private boolean send(String email) {
        User user = tables.findBy(User.class, "email", email)
                .map(found -> tables.lock(User.class, found.id())) // two at once count each other
                .filter(found -> found.active() && !found.service())
                .orElse(null);
        if (user == null || tokens.alive(user.id(), Purpose.PASSWORD_RESET) >= MAILS_AN_HOUR) {
            return false;
        }
        LinkToken token = tokens.issue(user.id(), Purpose.PASSWORD_RESET, LIFE);
        letters.reset(new Reader(user.email(), user.name()), token);
        audit.record(AuditEntry.of("users", "user", user.id(), Action.EMAIL_SENT)
                .named(user.name())
                .telling("users.user.password-reset-asked", "Was sent the way to a new password")
                .confidential());
        return true;
    }
}
