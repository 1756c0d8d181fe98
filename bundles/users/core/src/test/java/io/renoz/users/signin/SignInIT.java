package io.renoz.users.signin;

import static io.renoz.users.Workbench.PASSWORD;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.problem.Problem;
import io.renoz.security.Principal;
import io.renoz.users.Workbench;
import io.renoz.users.api.Authentication.Reason;
import io.renoz.users.signin.AuthResource.Granted;
import io.renoz.users.signin.AuthResource.Login;
import io.renoz.users.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignInIT {

    private final Workbench bench = new Workbench();

    private Granted login(String email, String password) {
        return bench.auth.login(new Login(bench.slug, email, password, null));
    }

    private static String token(Granted in) {
        return Objects.requireNonNull(in.token());
    }

    private static UUID session(Granted in) {
        return Objects.requireNonNull(in.sessionId());
    }

    private Problem refused(String email, String password) {
        return refused(bench.slug, email, password);
    }

    private Problem refused(String slug, String email, String password) {
        return catchThrowableOfType(Problem.class, () -> bench.auth.login(new Login(slug, email, password, null)));
    }

    private Optional<Principal> principal(String token) {
        return bench.system(() -> bench.tokens.authenticate(token));
    }

    @Test
    @DisplayName("USR-02: a session's token leads to its user, in its organization alone")
    void leadsToTheUser() {
        Granted in = login("OLGA@acme.example", PASSWORD);

        Principal principal = principal(token(in)).orElseThrow();
        assertThat(bench.tokens.organizationOf(token(in))).contains(bench.organization);
        assertThat(principal.actor().id()).isEqualTo(bench.owner);
        assertThat(principal.actor().session()).isEqualTo(session(in));
        assertThat(principal.permissions()).containsExactly("*");
        Workbench other = new Workbench();
        assertThat(other.system(() -> other.tokens.authenticate(token(in)))).isEmpty();
        assertThat(principal(token(in).substring(0, token(in).length() - 1) + "!"))
                .isEmpty();
    }

    @Test
    @DisplayName("USR-03: wrong organization, unknown address and wrong password answer the same")
    void tellsNobodyWhatIsWrong() {
        Problem organization = refused("nowhere", "olga@acme.example", PASSWORD);
        Problem address = refused("nobody@acme.example", PASSWORD);
        Problem password = refused("olga@acme.example", "wrong horse battery");

        assertThat(List.of(organization, address, password)).allSatisfy(problem -> {
            assertThat(problem.slug()).isEqualTo("invalid-credentials");
            assertThat(problem.detail()).isEqualTo(organization.detail());
        });
    }

    @Test
    @DisplayName("USR-03: only with the right password does a suspended account say so")
    void tellsTheSuspendedThatTheyAre() {
        UUID anna = bench.member("anna@acme.example", "sales");
        bench.as(
                bench.owner,
                null,
                () -> bench.users.suspend(anna, new io.renoz.users.user.UserResource.Reason("x")),
                "*");

        assertThat(refused("anna@acme.example", "wrong horse battery").slug()).isEqualTo("invalid-credentials");
        assertThat(refused("anna@acme.example", PASSWORD).slug()).isEqualTo("account-not-active");
    }

    @Test
    @DisplayName("USR-04: after five failures even the right password is refused, for a quarter of an hour")
    void locksAnAddress() {
        IntStream.range(0, 5)
                .forEach(i ->
                        assertThat(refused("olga@acme.example", "wrong").slug()).isEqualTo("invalid-credentials"));

        Problem locked = refused("olga@acme.example", PASSWORD);
        assertThat(locked.slug()).isEqualTo("too-many-attempts");
        assertThat((Long) locked.members().get("retryAfter")).isBetween(1L, 960L);
        bench.pass(Duration.ofMinutes(16));
        assertThat(login("olga@acme.example", PASSWORD).token()).isNotEmpty();
    }

    @Test
    @DisplayName("USR-04: an address nobody has is locked the same way")
    void locksUnknownAddresses() {
        IntStream.range(0, 5).forEach(i -> refused("nobody@acme.example", "wrong"));

        assertThat(refused("nobody@acme.example", "wrong").slug()).isEqualTo("too-many-attempts");
    }

    @Test
    @DisplayName("USR-04: many tries at once are no way around")
    void countsTriesThatRunAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> tries = new ArrayList<>();
            IntStream.range(0, 12)
                    .forEach(i -> tries.add(
                            () -> refused("olga@acme.example", "wrong").slug()));
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }

            assertThat(answers.stream().filter("invalid-credentials"::equals)).hasSize(5);
            assertThat(answers.stream().filter("too-many-attempts"::equals)).hasSize(7);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("USR-04: success and unlock clear the count")
    void startsCountingAnew() {
        IntStream.range(0, 4).forEach(i -> refused("olga@acme.example", "wrong"));
        login("olga@acme.example", PASSWORD);
        IntStream.range(0, 4).forEach(i -> refused("olga@acme.example", "wrong"));
        assertThat(login("olga@acme.example", PASSWORD).token()).isNotEmpty();

        IntStream.range(0, 5).forEach(i -> refused("olga@acme.example", "wrong"));
        bench.as(bench.owner, null, () -> bench.users.unlock(bench.owner), "*");
        assertThat(login("olga@acme.example", PASSWORD).token()).isNotEmpty();
    }

    @Test
    @DisplayName("USR-05: a hash of weaker parameters is replaced at sign-in")
    void strengthensOldHashes() {
        UUID anna = bench.member("anna@acme.example", "sales");
        bench.run(() -> Credential.of(TABLES, anna).orElseThrow().passwordHash =
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        login("anna@acme.example", "password");

        assertThat(bench.<String>system(() -> Credential.of(TABLES, anna).orElseThrow().passwordHash))
                .startsWith("$argon2id$v=19$m=19456,t=2");
    }

    @Test
    @DisplayName("USR-05, USR-06: a new password is not the present one, and ends the other sessions")
    void changesThePassword() {
        Granted here = login("olga@acme.example", PASSWORD);
        Granted there = login("olga@acme.example", PASSWORD);
        var resource = new PasswordResource(bench.password, bench.sessions);

        assertThat(catchThrowableOfType(Problem.class, () -> change(resource, here, PASSWORD, PASSWORD))
                        .slug())
                .isEqualTo("weak-password");
        assertThat(catchThrowableOfType(Problem.class, () -> change(resource, here, "wrong", "another horse"))
                        .slug())
                .isEqualTo("invalid-credentials");
        change(resource, here, PASSWORD, "another horse battery");

        assertThat(principal(token(here))).isPresent();
        assertThat(principal(token(there))).isEmpty();
        assertThat(login("olga@acme.example", "another horse battery").token()).isNotEmpty();
    }

    @Test
    @DisplayName("USR-04: a wrong present password counts like one at sign-in; a right one does not, whatever follows")
    void countsWrongPresentPasswords() {
        Granted here = login("olga@acme.example", PASSWORD);
        var resource = new PasswordResource(bench.password, bench.sessions);
        IntStream.range(0, 6).forEach(i -> assertThat(
                        refusal(resource, here, PASSWORD, "short").slug())
                .isEqualTo("weak-password"));
        IntStream.range(0, 5)
                .forEach(i -> assertThat(refusal(resource, here, "wrong horse battery", "another horse battery")
                                .slug())
                        .isEqualTo("invalid-credentials"));

        assertThat(refusal(resource, here, PASSWORD, "another horse battery").slug())
                .isEqualTo("too-many-attempts");
        assertThat(refused("olga@acme.example", PASSWORD).slug()).isEqualTo("too-many-attempts");
        bench.pass(Duration.ofMinutes(16));
        change(resource, here, PASSWORD, "another horse battery");
        assertThat(login("olga@acme.example", "another horse battery").token()).isNotEmpty();
    }

    @Test
    @DisplayName("USR-05: a password that is refused is pointed at where it was sent")
    void pointsAtTheNewPassword() {
        Granted here = login("olga@acme.example", PASSWORD);
        var resource = new PasswordResource(bench.password, bench.sessions);

        assertThat(refusal(resource, here, PASSWORD, "short").errors())
                .extracting(Problem.FieldError::pointer)
                .containsExactly("/newPassword");
    }

    private Problem refusal(PasswordResource resource, Granted session, String from, String to) {
        return catchThrowableOfType(Problem.class, () -> change(resource, session, from, to));
    }

    @Test
    @DisplayName("USR-06: a password that was changed while it was being compared opens nothing, and stays changed")
    void opensNothingWithYesterdaysPassword() {
        User olga = bench.system(() -> TABLES.require(User.class, bench.owner));
        String now = bench.system(() -> Credential.of(TABLES, bench.owner).orElseThrow().passwordHash);
        var before = new Endings.Proved("$argon2id$before", "$argon2id$better");

        Problem refused = catchThrowableOfType(
                Problem.class, () -> bench.run(() -> bench.endings.succeeded(Ids.next(), olga, false, before)));
        assertThat(refused.slug()).isEqualTo("invalid-credentials");
        assertThat(bench.<String>system(() -> Credential.of(TABLES, bench.owner).orElseThrow().passwordHash))
                .isEqualTo(now);
    }

    @Test
    @DisplayName("USR-13: who is suspended while the password is being compared gets no session")
    void opensNothingForTheSuspended() {
        UUID anna = bench.member("anna@acme.example", "sales");
        bench.as(
                bench.owner,
                null,
                () -> bench.users.suspend(anna, new io.renoz.users.user.UserResource.Reason("x")),
                "*");

        Problem refused = catchThrowableOfType(Problem.class, () -> bench.run(() -> bench.sessions.open(anna, false)));
        assertThat(refused.slug()).isEqualTo("account-not-active");
    }

    private void change(PasswordResource resource, Granted session, String from, String to) {
        bench.as(bench.owner, session.sessionId(), () -> {
            resource.change(new PasswordResource.Input(from, to));
            return 0;
        });
    }

    @Test
    @DisplayName("USR-06: the eleventh session ends the one that was used longest ago")
    void keepsTenSessions() {
        var sessions = new ArrayList<Granted>();
        for (int i = 0; i < 11; i++) {
            sessions.add(login("olga@acme.example", PASSWORD));
            bench.pass(Duration.ofSeconds(1));
        }

        assertThat(principal(token(sessions.get(0)))).isEmpty();
        assertThat(principal(token(sessions.get(1)))).isPresent();
        assertThat(principal(token(sessions.get(10)))).isPresent();
    }

    @Test
    @DisplayName("USR-06: use puts off the end of a session, up to its last day")
    void livesWhileItIsUsed() {
        Granted in = login("olga@acme.example", PASSWORD);
        Principal principal = principal(token(in)).orElseThrow();
        Instant end = principal.expires();
        bench.pass(Duration.ofHours(11));
        bench.run(() -> bench.tokens.touch(principal));

        assertThat(principal(token(in)).orElseThrow().expires()).isEqualTo(end.plus(Duration.ofHours(11)));
        bench.pass(Duration.ofHours(12));
        assertThat(principal(token(in))).isEmpty();
    }

    @Test
    @DisplayName("USR-06: signing out, ending a session and suspending the user end it at once")
    void endsWhenToldTo() {
        Granted out = login("olga@acme.example", PASSWORD);
        Granted ended = login("olga@acme.example", PASSWORD);
        int before = bench.invalidations.get();
        bench.as(bench.owner, session(out), () -> {
            bench.auth.logout();
            return 0;
        });
        bench.run(() -> bench.sessionLists.end(bench.owner, session(ended)));

        assertThat(principal(token(out))).isEmpty();
        assertThat(principal(token(ended))).isEmpty();
        assertThat(bench.invalidations.get()).isGreaterThan(before);
        UUID anna = bench.member("anna@acme.example", "sales");
        Granted hers = login("anna@acme.example", PASSWORD);
        assertThat(bench.system(() -> bench.sessions.endSessions(anna, Reason.USER_BLOCKED)))
                .isEqualTo(1);
        assertThat(principal(token(hers))).isEmpty();
    }

    @Test
    @DisplayName("USR-06: of sessions that are not over those past their time are none")
    void leavesOutWhatIsOver() {
        Granted idle = login("olga@acme.example", PASSWORD);
        Granted live = login("olga@acme.example", PASSWORD);
        bench.run(() -> TABLES.require(Session.class, session(idle)).idleExpiresAt =
                Instant.now().minusSeconds(1));
        Map<String, String> open = Map.of("ended", "false");
        var query = new ListQuery(10, Optional.empty(), Optional.empty(), open, false);

        assertThat(bench.system(() -> bench.sessionLists.list(bench.owner, query))
                        .items())
                .extracting(SessionView::id)
                .containsExactly(live.sessionId());
    }

    @Test
    @DisplayName("USR-23: every session that ends is told, once, and so are tries during a lockout")
    void tellsOfEndings() {
        Granted out = login("olga@acme.example", PASSWORD);
        login("olga@acme.example", PASSWORD);
        login("olga@acme.example", PASSWORD);
        bench.as(bench.owner, session(out), () -> bench.sessionLists.endOthers(bench.owner, session(out)));
        assertThat(bench.told("users.session.ended")).isEqualTo(2);
        bench.run(() -> bench.sessionLists.end(bench.owner, session(out)));
        bench.run(() -> bench.sessionLists.end(bench.owner, session(out)));
        assertThat(bench.told("users.session.ended")).isEqualTo(3);

        IntStream.range(0, 6).forEach(i -> refused("olga@acme.example", "wrong"));
        assertThat(bench.told("users.session.login-failed")).isEqualTo(6);
    }

    @Test
    void listsSessionsAndMarksTheCurrentOne() {
        Granted in = login("olga@acme.example", PASSWORD);

        assertThat(bench.as(bench.owner, session(in), () -> bench.sessionLists.list(bench.owner, ListQuery.first(10)))
                        .items())
                .hasSize(1)
                .allMatch(SessionView::current);
    }

    @Test
    @DisplayName("USR-23: sign-ins and failed tries are told, without secrets")
    void tellsOfSignIns() {
        Granted in = login("olga@acme.example", PASSWORD);
        refused("olga@acme.example", "wrong");

        assertThat(PLATFORM.published().stream().filter(event -> event.payload()
                        .containsValue(session(in).toString())))
                .extracting(event -> event.name())
                .containsExactly("users.session.login");
        assertThat(PLATFORM.audited().toString()).doesNotContain(PASSWORD).doesNotContain("$argon2id$");
    }
}
