package io.renoz.users.mfa;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.security.SecretBox;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.users.user.User;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-07: the authenticators of users; at most one of a user's counts. */
@Component(service = SecondFactors.class)
public final class SecondFactors {

    private final Tables tables;
    private final BackupCodes backupCodes;
    private final SecretBox secrets;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public SecondFactors(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference BackupCodes backupCodes,
            @Reference SecretBox secrets,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.backupCodes = backupCodes;
        this.secrets = secrets;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** A code as somebody gave it, and its hash where it may be a backup code. */
    public record Given(String code, @Nullable String backupHash) {

        /** Without either. */
        @Override
        public String toString() {
            return "a code";
        }
    }

    /** An authenticator that is being set up; secret and URI are shown only now. */
    record Enrolment(MfaFactor factor, String secret, String uri) {}

    /** Reads a code; takes a while for backup codes, so it is called outside of transactions that are waited for. */
    public Given read(UUID user, String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return new Given(plain, BackupCodes.looksLikeOne(plain) ? backupCodes.hashed(user, plain) : null);
    }

    /** Whether a user needs one to sign in. */
    public boolean on(UUID user) {
        return verified(user).isPresent();
    }

    /** Whether a code is good for a user, who uses it up by that: of two who send it at once one is told that it is not. */
    public boolean accept(UUID user, Given given) {
        MfaFactor factor = verified(user)
                .map(found -> tables.lock(MfaFactor.class, found.id()))
                .orElse(null);
        if (factor == null) {
            return false;
        }
        String hashed = given.backupHash();
        return hashed == null ? take(factor, given.code()) : backupCodes.use(user, hashed);
    }

    private boolean take(MfaFactor factor, String code) {
        OptionalLong step = Totp.match(open(factor), code, clock.instant(), factor.lastStep());
        step.ifPresent(found -> factor.used(found, clock.instant()));
        return step.isPresent();
    }

    private String open(MfaFactor factor) {
        return secrets.open(Call.tenant(), factor.purpose(), factor.secretEncrypted);
    }

    /**
     * Begins anew; what was begun and not finished is gone.
     *
     * @throws Problem {@code already-enabled}
     */
    Enrolment enrol(User user, String name) {
        tables.lock(User.class, user.id()); // two at once do so one after the other
        if (on(user.id())) {
            throw alreadyOn();
        }
        of(user.id()).forEach(tables::remove);
        tables.flush();
        var factor = new MfaFactor(user.id(), name);
        String secret = Totp.secret();
        factor.secretEncrypted = secrets.seal(Call.tenant(), factor.purpose(), secret);
        tables.add(factor);
        tables.flush();
        return new Enrolment(factor, secret, Totp.uri(organizations.current().name(), user.email(), secret));
    }

    /**
     * From here on it counts.
     *
     * @return the backup codes
     * @throws Problem {@code already-enabled}, {@code invalid-code}
     */
    List<String> verify(MfaFactor factor, String code) {
        tables.lock(User.class, factor.userId);
        if (on(factor.userId)) {
            throw alreadyOn();
        }
        if (!take(factor, code)) {
            throw wrong();
        }
        factor.verifiedAt = clock.instant();
        return backupCodes.replace(factor.userId);
    }

    List<String> newBackupCodes(UUID user) {
        return backupCodes.replace(user);
    }

    /** The authenticator and the codes that stand in for it; whether there was one that counted. */
    boolean remove(UUID user) {
        boolean counted = on(user);
        of(user).forEach(
                        factor -> tables.remove(tables.lock(MfaFactor.class, factor.id()))); // as its last code left it
        backupCodes.removeAll(user);
        return counted;
    }

    private Optional<MfaFactor> verified(UUID user) {
        return of(user).stream().filter(MfaFactor::verified).findFirst();
    }

    private List<MfaFactor> of(UUID user) {
        Stream<MfaFactor> factors = tables.entities()
                .createQuery("select f from MfaFactor f where f.userId = :user", MfaFactor.class)
                .setParameter("user", user)
                .getResultStream();
        return factors.toList();
    }

    private static Problem alreadyOn() {
        return Problem.of("already-enabled", "There is a second factor already; remove that one first.");
    }

    /** The one answer to a code that is wrong, used or over. */
    public static Problem wrong() {
        return Problem.of("invalid-code", "This code is not right, or not any more.");
    }
}
