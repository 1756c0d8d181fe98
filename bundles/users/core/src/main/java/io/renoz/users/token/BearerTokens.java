package io.renoz.users.token;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.security.AddressRange;
import io.renoz.security.Authenticator;
import io.renoz.security.Principal;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.role.Declared;
import io.renoz.users.token.TokenRows.Found;
import io.renoz.users.token.TokenRows.Loan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-02: what bearer tokens stand for. Thread-safe. */
@Component
public final class BearerTokens implements Authenticator {

    private static final Set<String> EVERYTHING = Set.of("*");

    private final TokenRows rows;
    private final Declared declared;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public BearerTokens(
            @Reference(target = "(osgi.jndi.service.name=renoz/users)") DataSource database,
            @Reference Declared declared,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        rows = new TokenRows(database);
        this.declared = declared;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> organizationOf(String token) {
        return BearerToken.read(token).map(BearerToken::organization);
    }

    /** One statement: unknown, ended, expired and revoked ones are not told apart. */
    @Override
    public Optional<Principal> authenticate(String sent) {
        return BearerToken.read(sent)
                .filter(token -> token.organization().equals(Call.tenant()))
                .flatMap(token -> rows.find(token, clock.instant()).map(found -> principal(token, found)));
    }

    private Principal principal(BearerToken token, Found found) {
        var actor = new Actor(
                token.session() ? Actor.Kind.USER : Actor.Kind.API_TOKEN,
                found.user(),
                found.name(),
                token.session() ? found.id() : null,
                token.session() ? null : found.id(),
                null);
        List<AddressRange> addresses = found.addresses().stream()
                .flatMap(range -> AddressRange.of(range).stream())
                .toList();
        Set<String> own = permissions(token, found);
        List<Loan> loans = found.standsIn() && !found.admin()
                ? rows.loans(token.organization(), found.user(), clock.instant())
                : List.of();
        var principal =
                new Principal(token.organization(), actor, own, expires(found, loans), addresses, lent(own, loans));
        boolean mustEnrol = found.bare() && settings.getBoolean("users", "require_mfa"); // USR-07
        return mustEnrol ? principal.heldUp("mfa-required") : principal;
    }

    /** USR-17: looked up again when a delegation begins and when it ends. */
    private Instant expires(Found found, List<Loan> loans) {
        Instant now = clock.instant();
        return loans.stream()
                .map(loan -> loan.from().isAfter(now) ? loan.from() : loan.until())
                .filter(found.expires()::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(found.expires());
    }

    /** USR-17: what the user lacks and somebody lends now, by permission. */
    private Map<String, UUID> lent(Set<String> own, List<Loan> loans) {
        Instant now = clock.instant();
        var lent = new HashMap<String, UUID>();
        loans.stream()
                .filter(loan -> !loan.from().isAfter(now))
                .forEach(loan -> StandIns.lent(loan.admin() ? declared.everywhere() : loan.permissions()).stream()
                        .filter(permission -> !own.contains(permission))
                        .forEach(permission -> lent.putIfAbsent(permission, loan.lender())));
        return lent;
    }

    /** USR-08, USR-18. */
    private Set<String> permissions(BearerToken token, Found found) {
        if (token.session()) {
            return found.admin() ? EVERYTHING : found.permissions();
        }
        return new Scopes(found.scopes()).limit(found.admin() ? declared.everywhere() : found.permissions());
    }

    @Override
    public void touch(Principal principal) {
        Actor actor = principal.actor();
        Instant now = clock.instant();
        UUID session = actor.session();
        UUID token = actor.token();
        if (session != null) {
            rows.sessionUsed(session, now, Duration.ofHours(settings.getInt("users", "session_idle_hours")));
        }
        if (token != null) {
            rows.tokenUsed(token, now, Call.current().request().address());
        }
        actor.user().ifPresent(user -> rows.userSeen(user, now));
    }
}
