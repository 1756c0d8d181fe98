package io.renoz.users.signin;

import io.renoz.data.Call;
import io.renoz.data.Request;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.signin.LoginAttempt.Outcome;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-04: the tries to sign in, and when there were too many. */
@Component(service = Attempts.class)
public final class Attempts {

    private static final int TRIES_FROM_ONE_ADDRESS = 50;
    private static final String FAILURES = "select created_at from users.login_attempts"
            + " where organization_id = ?1 and outcome in ('bad_credentials', 'mfa_failed') and created_at >= ?2 and ";

    private final Tables tables;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public Attempts(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A try that has begun.
     *
     * @param id of its row
     * @param lockedUntil set when it goes no further
     */
    record Begun(UUID id, @Nullable Instant lockedUntil) {

        /**
         * Goes no further while the address is locked.
         *
         * @throws Problem {@code too-many-attempts}
         */
        void refuseLocked(Instant now) {
            if (lockedUntil != null) {
                long seconds = Math.max(1, Duration.between(now, lockedUntil).toSeconds() + 1);
                throw Problem.of("too-many-attempts", "There were too many failed tries; wait a while.")
                        .with("retryAfter", seconds);
            }
        }
    }

    /** Notes a try, once {@link #waitForOthers} has let it; each sees the ones before it. */
    Begun begin(String email, @Nullable Credential credential) {
        Request request = Call.current().request();
        Optional<Instant> locked = lockedUntil(email, credential, request);
        UUID user = credential == null ? null : credential.userId;
        Outcome outcome = locked.isPresent() ? Outcome.LOCKED : Outcome.BAD_CREDENTIALS;
        LoginAttempt attempt = tables.add(new LoginAttempt(user, email, request, outcome));
        if (credential != null && locked.isEmpty()) {
            tables.flush();
            Instant at = attempt.at().orElseThrow();
            Lockout rule = rule();
            boolean last = credential.failedAttempts + 1 >= rule.tries();
            credential.failed(at, last ? at.plus(rule.lock()) : null);
        }
        return new Begun(attempt.id(), locked.orElse(null));
    }

    private Lockout rule() {
        return new Lockout(
                settings.getInt("users", "login_lock_attempts"),
                Duration.ofMinutes(settings.getInt("users", "login_lock_minutes")));
    }

    private Optional<Instant> lockedUntil(String email, @Nullable Credential credential, Request request) {
        Instant now = clock.instant();
        Lockout byEmail = rule();
        var byAddress = new Lockout(TRIES_FROM_ONE_ADDRESS, byEmail.lock());
        Stream<Instant> ends = Stream.of(
                        byEmail.until(failuresOf(email, credential, byEmail, now), now),
                        request.address()
                                .flatMap(address -> byAddress.until(failuresFrom(address, byAddress, now), now)))
                .flatMap(Optional::stream);
        return ends.max(Instant::compareTo);
    }

    private List<Instant> failuresOf(String email, @Nullable Credential credential, Lockout rule, Instant now) {
        Instant since = rule.since(now);
        if (credential != null) {
            Instant first = credential.firstFailedAt;
            if (first == null) {
                return List.of();
            }
            since = first.isAfter(since) ? first : since;
        }
        return times("email = ?3", email, since, rule.tries());
    }

    private List<Instant> failuresFrom(String address, Lockout rule, Instant now) {
        return times("ip_address = cast(?3 as inet)", address, rule.since(now), rule.tries());
    }

    private List<Instant> times(String condition, String value, Instant since, int most) {
        List<?> rows = tables.entities()
                .createNativeQuery(FAILURES + condition + " order by created_at desc limit " + most)
                .setParameter(1, Call.tenant())
                .setParameter(2, Timestamp.from(since))
                .setParameter(3, value)
                .getResultList();
        return rows.stream().map(row -> ((Timestamp) row).toInstant()).toList();
    }

    /** Those who sign in with one address do so one after the other from here to the end of the transaction. */
    void waitForOthers(String email) {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, Call.tenant() + " sign-in " + email)
                .getSingleResult();
    }

    void end(UUID attempt, Outcome outcome) {
        tables.require(LoginAttempt.class, attempt).outcome = outcome;
    }
}
