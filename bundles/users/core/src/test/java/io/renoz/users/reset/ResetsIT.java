package io.renoz.users.reset;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.PASSWORD;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Patch;
import io.renoz.problem.Problem;
import io.renoz.users.Mails;
import io.renoz.users.Workbench;
import io.renoz.users.reset.PasswordResetResource.Asked;
import io.renoz.users.reset.PasswordResetResource.Confirmed;
import io.renoz.users.signin.AuthResource.Granted;
import io.renoz.users.signin.AuthResource.Login;
import io.renoz.users.user.User;
import io.renoz.users.user.UserResource;
import io.renoz.users.user.UserResource.Leaving;
import io.renoz.users.user.UserResource.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResetsIT {

    private static final String OLGA = "olga@acme.example";
    private static final String NEXT = "another horse battery";

    private final Workbench bench = new Workbench();
    private final PasswordResetResource resource = resource(Runnable::run);
    private final ReactivationResource reactivation =
            new ReactivationResource(TABLES, bench.actionTokens, bench.letters, PLATFORM.events(), bench.cache());

    private PasswordResetResource resource(java.util.concurrent.Executor background) {
        var resets = new Resets(
                bench.organizations,
                PLATFORM.transactions(),
                TABLES,
                bench.actionTokens,
                bench.letters,
                bench.audit,
                bench.clock(),
                background,
                () -> {});
        return new PasswordResetResource(resets, bench.newPasswords);
    }

    private void ask(String organization, String email) {
        bench.anonymous(() -> resource.ask(new Asked(organization, email)));
    }

    private String asked() {
        ask(bench.slug, OLGA);
        return bench.mails.token(OLGA);
    }

    private void confirm(String token, String password) {
        bench.anonymous(() -> {
            resource.confirm(new Confirmed(token, password));
            return true;
        });
    }

    private Granted login(String password) {
        return bench.auth.login(new Login(bench.slug, OLGA, password, null));
    }

    @Test
    @DisplayName("USR-04, USR-06: a reset sets the password, ends all sessions, clears a lockout and is told by mail")
    void setsANewPassword() {
        String session = String.valueOf(login(PASSWORD).token());
        IntStream.range(0, 5).forEach(i -> assertRefused("invalid-credentials", () -> login("wrong horse battery")));
        assertRefused("too-many-attempts", () -> login(PASSWORD));

        confirm(asked(), NEXT);

        assertThat(bench.system(() -> bench.tokens.authenticate(session))).isEmpty();
        assertThat(login(NEXT).token()).isNotNull();
        assertRefused("invalid-credentials", () -> login(PASSWORD));
        var mails = bench.mails.to(OLGA);
        assertThat(mails.get(mails.size() - 1).text()).contains("Your password was changed.");
        assertThat(bench.told("users.user.password-reset")).isEqualTo(1);
    }

    @Test
    @DisplayName("USR-04: a used, an expired and a replaced token are refused with one answer")
    void worksOnce() {
        String first = asked();
        String second = asked();
        confirm(first, NEXT);

        assertRefused("invalid-token", () -> confirm(first, "a third horse battery"));
        assertRefused("invalid-token", () -> confirm(second, "a third horse battery"));
        String third = asked();
        bench.pass(Duration.ofSeconds(3601));
        assertRefused("invalid-token", () -> confirm(third, "a third horse battery"));
        assertRefused("invalid-token", () -> confirm("rnp_nonsense", NEXT));
        assertThat(bench.system(bench.actionTokens::purge)).isPositive();
    }

    @Test
    @DisplayName("USR-04: of two who use a token at once one sets the password")
    void oneOfTwoSetsIt() throws Exception {
        String token = asked();
        var threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<String>> tries = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String password = "horse battery number " + i;
                tries.add(() -> {
                    try {
                        confirm(token, password);
                        return "done";
                    } catch (Problem problem) {
                        return problem.slug();
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }

            assertThat(answers).containsExactlyInAnyOrder("done", "invalid-token", "invalid-token");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("USR-03: the answer is given before anything is looked up, for everybody the same")
    void tellsNobodyWhoIsThere() {
        var later = new ArrayList<Runnable>();
        var waiting = resource(later::add);
        UUID max = bench.member("max@acme.example", "sales");
        bench.as(bench.owner, null, () -> bench.users.suspend(max, new Reason("x")), "*");

        for (String[] who : new String[][] {
            {bench.slug, OLGA}, {bench.slug, "nobody@acme.example"}, {"nowhere", OLGA}, {bench.slug, "max@acme.example"}
        }) {
            long before = PLATFORM.statements();
            assertThat(bench.anonymous(() -> waiting.ask(new Asked(who[0], who[1]))))
                    .isEqualTo(io.renoz.rest.Accepted.ACCEPTED);
            assertThat(PLATFORM.statements()).isEqualTo(before);
        }
        int letters = bench.mails.to(OLGA).size();
        later.forEach(Runnable::run);
        assertThat(bench.mails.to(OLGA)).hasSize(letters + 1);
        assertThat(bench.mails.to("nobody@acme.example")).isEmpty();
        assertThat(bench.mails.to("max@acme.example")).isEmpty();
    }

    @Test
    @DisplayName("USR-04: three mails an hour for one address; the fourth is refused, for addresses nobody has too")
    void limitsMails() {
        for (String email : new String[] {OLGA, "nobody@acme.example"}) {
            IntStream.range(0, 3).forEach(i -> ask(bench.slug, email));
            assertRefused("too-many-attempts", () -> ask(bench.slug, email));
        }
        long sent = bench.mails.to(OLGA).stream()
                .filter(mail -> mail.subject().startsWith("A new password"))
                .count();
        assertThat(sent).isEqualTo(3);
        bench.pass(Duration.ofMinutes(61));
        ask(bench.slug, OLGA);
    }

    @Test
    @DisplayName("USR-04: another node sends no fourth mail either, and says nothing of it")
    void countsOverAllNodes() {
        IntStream.range(0, 3).forEach(i -> ask(bench.slug, OLGA));
        int sent = bench.mails.to(OLGA).size();
        bench.anonymous(() -> resource(Runnable::run).ask(new Asked(bench.slug, OLGA)));

        assertThat(bench.mails.to(OLGA)).hasSize(sent);
    }

    @Test
    @DisplayName("USR-05: the rules of passwords hold, and what breaks them does not use the token up")
    void keepsTheRulesOfPasswords() {
        String token = asked();

        assertRefused("weak-password", () -> confirm(token, "short"));
        assertRefused("weak-password", () -> confirm(token, PASSWORD));
        confirm(token, NEXT);
    }

    @Test
    @DisplayName("USR-13: who had left and may come back sets a new password; the old one is gone")
    void bringsBack() {
        String anna = "anna@acme.example";
        UUID id = bench.member(anna, "sales");
        bench.auth.login(new Login(bench.slug, anna, PASSWORD, null));
        assertRefused("invalid-transition", () -> owner(() -> reactivation.reactivate(id)));
        owner(() -> bench.users.deactivate(id, new Leaving(null, null)));
        owner(() -> reactivation.reactivate(id));

        assertRefused("invalid-credentials", () -> bench.auth.login(new Login(bench.slug, anna, PASSWORD, null)));
        confirm(bench.mails.token(anna), NEXT);
        assertThat(bench.auth.login(new Login(bench.slug, anna, NEXT, null)).userId())
                .isEqualTo(id);
    }

    private <T> T owner(Callable<T> work) {
        return bench.as(bench.owner, null, work, "*");
    }

    @Test
    @DisplayName("USR-21: the owner's address is confirmed by mail, once")
    void confirmsAnAddress() {
        var verify = new VerifyEmailResource(bench.verifications);
        String token = Mails.token(bench.mails.to(OLGA).get(0));
        Callable<Boolean> confirm = () -> {
            verify.verify(new VerifyEmailResource.Input(token));
            return true;
        };

        assertThat(bench.anonymous(confirm)).isTrue();
        assertRefused("invalid-token", () -> bench.anonymous(confirm));
        assertThat(bench.system(() -> TABLES.require(User.class, bench.owner).neverActive()))
                .isFalse();
    }

    @Test
    @DisplayName("USR-21: an address that an admin changes is confirmed anew; links sent to the one before are dead")
    void confirmsAChangedAddress() {
        UUID anna = bench.member("anna@acme.example", "sales");
        ask(bench.slug, "anna@acme.example");
        String before = bench.mails.token("anna@acme.example");
        bench.as(
                Optional.of(1),
                bench.owner,
                null,
                () -> bench.users.update(
                        anna,
                        Patch.whole(new UserResource.Input(
                                "annika@acme.example", "Anna", null, null, null, null, null, null, null, null, null))),
                "*");

        assertRefused("invalid-token", () -> confirm(before, NEXT));
        var verify = new VerifyEmailResource(bench.verifications);
        bench.anonymous(() -> {
            verify.verify(new VerifyEmailResource.Input(bench.mails.token("annika@acme.example")));
            return true;
        });
    }

    @Test
    @DisplayName("USR-04: no token and no hash of one is in events, audit or what objects say of themselves")
    void keepsSecrets() {
        String token = asked();
        String secret = token.substring(token.length() - 43);
        confirm(token, NEXT);

        assertThat(PLATFORM.published().toString()).doesNotContain(secret).doesNotContain(NEXT);
        assertThat(PLATFORM.audited().toString()).doesNotContain(secret).doesNotContain(NEXT);
        assertThat(new Confirmed(token, NEXT).toString()).doesNotContain(secret).doesNotContain(NEXT);
        assertThat(LinkToken.require(LinkToken.Kind.PASSWORD_RESET, token).toString())
                .doesNotContain(secret);
        assertThat(new PurgeSecrets(bench.actionTokens).name()).isEqualTo("users.purge-secrets");
        assertThat(bench.system(() -> new PurgeSecrets(bench.actionTokens).run(Optional.empty())))
                .isEmpty();
    }
}
