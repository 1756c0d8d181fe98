package io.renoz.users.signin;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.PASSWORD;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.users.Workbench;
import io.renoz.users.signin.AuthResource.Login;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OriginIT {

    private final Workbench bench = new Workbench();

    private void failures(int count, String address) {
        bench.run(() -> TABLES.entities()
                .createNativeQuery("insert into users.login_attempts"
                        + " (organization_id, email, ip_address, outcome, created_at)"
                        + " select ?1, 'who' || n || '@acme.example', cast(?2 as inet), 'bad_credentials', ?3"
                        + " from generate_series(1, ?4) n")
                .setParameter(1, bench.organization)
                .setParameter(2, address)
                .setParameter(3, Timestamp.from(bench.clock().instant()))
                .setParameter(4, count)
                .executeUpdate());
    }

    private void signIn(String address) throws Exception {
        var request = new Request(Ids.next(), Optional.empty(), Optional.of(address), Optional.empty());
        new Call(null, Actor.system("anonymous"), Set.of(), request, false)
                .run(() -> bench.auth.login(new Login(bench.slug, "olga@acme.example", PASSWORD, null)));
    }

    @Test
    @DisplayName("USR-04: fifty failures from one address of origin lock it, whatever the account, and no other")
    void locksAnOrigin() throws Exception {
        failures(49, "192.0.2.7");
        signIn("192.0.2.7");
        failures(1, "192.0.2.7");

        assertRefused("too-many-attempts", () -> signIn("192.0.2.7"));
        signIn("192.0.2.8");
        bench.pass(Duration.ofMinutes(16));
        signIn("192.0.2.7");
        assertThat(bench.told("users.session.login")).isEqualTo(3);
    }
}
