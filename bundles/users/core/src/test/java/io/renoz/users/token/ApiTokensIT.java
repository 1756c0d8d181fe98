package io.renoz.users.token;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Actor;
import io.renoz.data.ListQuery;
import io.renoz.rest.InPerson;
import io.renoz.security.Principal;
import io.renoz.users.Workbench;
import io.renoz.users.mfa.MfaResource;
import io.renoz.users.signin.PasswordResource;
import io.renoz.users.token.ApiTokenResource.Input;
import io.renoz.users.token.ApiTokenResource.Issued;
import io.renoz.users.token.ApiTokenResource.Reason;
import io.renoz.users.user.UserResource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiTokensIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final ApiTokenResource resource = new ApiTokenResource(
            TABLES, new Issuing(TABLES, bench.declared, bench.access, bench.cache(), PLATFORM.events(), bench.clock()));

    private static Input input(String name, String... scopes) {
        return new Input(name, null, List.of(scopes), List.of(), null);
    }

    private Issued issue(UUID user, Input input, String... permissions) {
        return bench.as(user, null, () -> resource.create(input).body(), permissions);
    }

    private Optional<Principal> principal(String token) {
        return bench.system(() -> bench.tokens.authenticate(token));
    }

    @Test
    @DisplayName("USR-18: a token acts as its user with the smaller of scopes and permissions")
    void actsWithTheSmallerOfBoth() {
        bench.turnOrdersOn();
        Issued reading = issue(bench.owner, input("reports", "read"), "*");
        Issued writing = issue(anna, input("sync", "write"), "orders.read", "orders.write", "modules.read");

        Principal reader = principal(reading.token()).orElseThrow();
        assertThat(reader.actor().kind()).isEqualTo(Actor.Kind.API_TOKEN);
        assertThat(reader.actor().token()).isEqualTo(reading.id());
        assertThat(reader.permissions()).containsExactlyInAnyOrder("modules.read", "orders.read", "users.read");
        assertThat(principal(writing.token()).orElseThrow().permissions())
                .containsExactlyInAnyOrder("modules.read", "orders.read", "orders.write");
    }

    @Test
    @DisplayName("USR-02: a revoked, an expired and a suspended user's token lead nowhere")
    void endsInManyWays() {
        Issued revoked = issue(bench.owner, input("a", "read"), "*");
        Issued expiring = issue(
                bench.owner,
                new Input(
                        "b",
                        null,
                        List.of("read"),
                        List.of(),
                        bench.clock().instant().plusSeconds(60)),
                "*");
        Issued hers = issue(anna, input("c", "read"), "modules.read");
        assertThat(principal(revoked.token())).isPresent();
        assertThat(principal(expiring.token())).isPresent();
        bench.as(bench.owner, null, () -> resource.revoke(revoked.id(), new Reason("lost")), "*");
        bench.pass(Duration.ofSeconds(61));
        bench.as(bench.owner, null, () -> bench.users.suspend(anna, new UserResource.Reason("x")), "*");

        assertThat(principal(revoked.token())).isEmpty();
        assertThat(principal(expiring.token())).isEmpty();
        assertThat(principal(hers.token())).isEmpty();
        assertRefused(
                "invalid-transition",
                () -> bench.as(bench.owner, null, () -> resource.revoke(revoked.id(), new Reason("again")), "*"));
    }

    @Test
    @DisplayName("USR-10, USR-18: scopes name what exists, what the user has, and what the caller has")
    void staysWithinLimits() {
        assertRefused("unknown-permission", () -> issue(bench.owner, input("a", "orders.fly"), "*"));
        assertRefused("scope-exceeds-permissions", () -> issue(anna, input("a", "users.write"), "users.tokens"));
        var forOwner = new Input("a", bench.owner, List.of("admin"), List.of(), null);
        assertRefused("forbidden", () -> issue(anna, forOwner, "users.tokens"));
        assertRefused("scope-exceeds-permissions", () -> issue(anna, forOwner, "users.manage_tokens"));
    }

    @Test
    @DisplayName("USR-18: a user has at most 20 live tokens")
    void areFew() {
        IntStream.range(0, 20).forEach(i -> issue(bench.owner, input("t" + i, "read"), "*"));

        assertRefused("limit-exceeded", () -> issue(bench.owner, input("one more", "read"), "*"));
    }

    @Test
    @DisplayName("USR-18: a token comes only from where it may, and its use is noted")
    void comesFromWhereItMay() {
        assertRefused(
                "validation-failed",
                () -> issue(bench.owner, new Input("x", null, List.of("read"), List.of("10.0.0.0/33"), null), "*"));
        Issued issued =
                issue(bench.owner, new Input("x", null, List.of("read"), List.of("10.0.0.0/8", "::1"), null), "*");
        Principal principal = principal(issued.token()).orElseThrow();
        bench.run(() -> bench.tokens.touch(principal));

        assertThat(principal.mayComeFrom(Optional.of("10.9.8.7"))).isTrue();
        assertThat(principal.mayComeFrom(Optional.of("0:0:0:0:0:0:0:1"))).isTrue();
        assertThat(principal.mayComeFrom(Optional.of("11.0.0.1"))).isFalse();
        assertThat(principal.mayComeFrom(Optional.empty())).isFalse();
        assertThat(lastUsed(issued)).isNotNull();
    }

    @Test
    @DisplayName("USR-18: the use of a token is written at most once a minute")
    void isNotedOnceAMinute() {
        Issued issued = issue(bench.owner, input("x", "read"), "*");
        Principal principal = principal(issued.token()).orElseThrow();
        bench.run(() -> bench.tokens.touch(principal));
        Instant first = lastUsed(issued);
        bench.pass(Duration.ofSeconds(59));
        bench.run(() -> bench.tokens.touch(principal));
        assertThat(lastUsed(issued)).isEqualTo(first);
        bench.pass(Duration.ofSeconds(1));
        bench.run(() -> bench.tokens.touch(principal));
        assertThat(lastUsed(issued)).isAfter(first);
    }

    private @Nullable Instant lastUsed(Issued issued) {
        return bench.as(bench.owner, null, () -> resource.get(issued.id()), "*").lastUsedAt();
    }

    @Test
    @DisplayName("USR-18: a name is given once to a user's tokens")
    void haveNames() {
        issue(bench.owner, input("x", "read"), "*");

        assertThatThrownBy(() -> issue(bench.owner, input("x", "read"), "*"))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getMessage()).contains("api_tokens_name_key"));
        assertThat(issue(anna, input("x", "read"), "modules.read").details().name())
                .isEqualTo("x");
    }

    @Test
    @DisplayName("USR-18: no token makes or reads tokens, passwords or factors; USR-23: others' tokens need users.read")
    void areManagedByPeople() {
        Issued owners = issue(bench.owner, input("a", "read"), "*");
        assertThat(List.of(ApiTokenResource.class, PasswordResource.class, MfaResource.class))
                .allSatisfy(type -> assertThat(type).hasAnnotation(InPerson.class));
        assertRefused("not-found", () -> bench.as(anna, null, () -> resource.get(owners.id()), "users.tokens"));

        assertThat(bench.as(anna, null, () -> resource.list(ListQuery.first(10)), "users.tokens")
                        .items())
                .isEmpty();
        assertThat(bench.as(anna, null, () -> resource.list(ListQuery.first(10)), "users.read")
                        .items())
                .hasSize(1);
        assertThat(PLATFORM.audited().toString()).doesNotContain(owners.token());
    }
}
