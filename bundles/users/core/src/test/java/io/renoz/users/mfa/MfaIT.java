package io.renoz.users.mfa;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.PASSWORD;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.event.DomainEvent;
import io.renoz.problem.Problem;
import io.renoz.security.Principal;
import io.renoz.users.Workbench;
import io.renoz.users.mfa.MfaResource.Code;
import io.renoz.users.mfa.MfaResource.Input;
import io.renoz.users.mfa.MfaResource.View;
import io.renoz.users.signin.AuthResource.Granted;
import io.renoz.users.signin.AuthResource.Login;
import io.renoz.users.signin.MfaAnswerResource;
import io.renoz.users.signin.MfaAnswerResource.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MfaIT {

    private static final String OLGA = "olga@acme.example";
    private static final UUID SESSION = Ids.next();

    private final Workbench bench = new Workbench();
    private final MfaResource resource =
            new MfaResource(TABLES, bench.factors, bench.ownCode, bench.letters, bench.cache());
    private final MfaResetResource reset =
            new MfaResetResource(TABLES, bench.factors, bench.sessions, bench.letters, bench.audit);
    private final MfaAnswerResource answers = new MfaAnswerResource(bench.challenges);
    private String secret = "";

    private <T extends @Nullable Object> T owner(Callable<T> work) {
        return bench.as(bench.owner, SESSION, work, "*");
    }

    private View enrolled() {
        View begun = owner(() -> resource.create(new Input(null)).body());
        secret = String.valueOf(begun.secret());
        return begun;
    }

    /** With a second factor that counts; its first code is used up. */
    private List<String> on() {
        View begun = enrolled();
        return owner(() -> resource.verify(begun.id(), new Code(code(0)))).backupCodes();
    }

    private String code(int stepsFromNow) {
        return Totp.code(secret, Totp.step(bench.clock().instant()) + stepsFromNow);
    }

    private void nextStep() {
        bench.pass(Duration.ofSeconds(30));
    }

    private Granted login() {
        return bench.auth.login(new Login(bench.slug, OLGA, PASSWORD, null));
    }

    private String challenge() {
        return String.valueOf(login().challenge());
    }

    private Granted answer(String challenge, String code) {
        return bench.anonymous(() -> answers.answer(new Answer(challenge, code, null)));
    }

    private Optional<Principal> principal(Granted granted) {
        return bench.system(() -> bench.tokens.authenticate(String.valueOf(granted.token())));
    }

    @Test
    @DisplayName("USR-07: enrolment counts only after one right code; its secret is shown once and stored sealed")
    void countsAfterOneCode() {
        View begun = enrolled();

        assertThat(begun.otpauthUri()).startsWith("otpauth://totp/Acme:olga%40acme.example?secret=" + secret);
        assertThat(login().token()).isNotNull();
        assertRefused("invalid-code", () -> owner(() -> resource.verify(begun.id(), new Code("000000"))));
        List<String> codes =
                owner(() -> resource.verify(begun.id(), new Code(code(0)))).backupCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z2-9]{8}"));

        Granted half = login();
        assertThat(half.token()).isNull();
        assertThat(half.sessionId()).isNull();
        assertThat(half.userId()).isNull();
        assertThat(half.challenge()).startsWith("rnc_");
        var listed = owner(() -> resource.list(new ListQuery(50, Optional.empty(), Optional.empty(), Map.of(), false)));
        assertThat(listed.items().get(0).secret()).isNull();
        assertThat(bench.system(() -> TABLES.require(MfaFactor.class, begun.id()).secretEncrypted))
                .startsWith("v1:")
                .doesNotContain(secret);
        assertRefused("already-enabled", () -> owner(() -> resource.create(new Input("Another"))));
    }

    @Test
    @DisplayName("USR-07: challenge and code open a session; neither works twice")
    void signsInWithACode() {
        on();
        nextStep();
        String challenge = challenge();
        String code = code(0);
        Granted in = answer(challenge, code);

        assertThat(principal(in)).isPresent();
        assertRefused("challenge-expired", () -> answer(challenge, code(1)));
        String second = challenge();
        assertRefused("invalid-code", () -> answer(second, code));
        nextStep();
        assertThat(answer(second, code(0)).token()).isNotNull();
        assertThat(bench.told("users.session.login")).isEqualTo(2);
    }

    @Test
    @DisplayName("USR-07: of two who send one code at once one gets in")
    void takesACodeOnceWhenTwoSendIt() throws Exception {
        on();
        nextStep();
        String code = code(0);
        var challenges = List.of(challenge(), challenge(), challenge());
        var threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<String>> tries = new ArrayList<>();
            challenges.forEach(challenge -> tries.add(() -> {
                try {
                    return answer(challenge, code).token() == null ? "half" : "in";
                } catch (Problem problem) {
                    return problem.slug();
                }
            }));
            var said = new ArrayList<String>();
            for (var one : threads.invokeAll(tries)) {
                said.add(one.get());
            }

            assertThat(said).containsExactlyInAnyOrder("in", "invalid-code", "invalid-code");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("USR-07: each backup code works once, however it is typed; new ones replace them")
    void takesBackupCodes() {
        List<String> codes = on();
        String first = codes.get(0);

        assertThat(answer(
                                challenge(),
                                first.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + first.substring(4))
                        .token())
                .isNotNull();
        String challenge = challenge();
        assertRefused("invalid-code", () -> answer(challenge, first));
        assertThat(answer(challenge, codes.get(1)).token()).isNotNull();
        nextStep();
        List<String> fresh =
                owner(() -> resource.replaceBackupCodes(new Code(code(0)))).backupCodes();
        assertRefused("invalid-code", () -> answer(challenge(), codes.get(2)));
        assertThat(answer(challenge(), fresh.get(0)).token()).isNotNull();
    }

    @Test
    @DisplayName("USR-07: a challenge lives five minutes and dies after three wrong codes")
    void ends() {
        on();
        String late = challenge();
        bench.pass(Duration.ofSeconds(301));
        assertRefused("challenge-expired", () -> answer(late, code(0)));

        String guessed = challenge();
        IntStream.range(0, 3).forEach(i -> assertRefused("invalid-code", () -> answer(guessed, "00000" + i)));
        assertRefused("challenge-expired", () -> answer(guessed, code(0)));
    }

    @Test
    @DisplayName(
            "USR-04, USR-07: wrong codes count like wrong passwords, over all challenges; right passwords clear nothing")
    void locksWhoGuessesCodes() {
        on();
        nextStep();
        String first = challenge();
        IntStream.range(0, 3).forEach(i -> assertRefused("invalid-code", () -> answer(first, "00000" + i)));
        String second = challenge();
        IntStream.range(0, 2).forEach(i -> assertRefused("invalid-code", () -> answer(second, "00000" + i)));

        assertRefused("too-many-attempts", () -> answer(second, code(0)));
        assertRefused("too-many-attempts", this::login);
        bench.pass(Duration.ofMinutes(16));
        assertThat(answer(challenge(), code(0)).token()).isNotNull();
    }

    @Test
    @DisplayName("USR-06, USR-07: a challenge from before a change of password opens nothing")
    void diesWithThePassword() {
        on();
        nextStep();
        String challenge = challenge();
        bench.pass(Duration.ofSeconds(1));
        owner(() -> {
            new io.renoz.users.signin.PasswordResource(bench.password, bench.sessions)
                    .change(new io.renoz.users.signin.PasswordResource.Input(PASSWORD, "another horse battery"));
            return true;
        });

        assertRefused("challenge-expired", () -> answer(challenge, code(0)));
    }

    @Test
    @DisplayName("USR-07: removing it needs a code, what was never finished does not; guessing there is locked too")
    void isRemovedWithACode() {
        View begun = enrolled();
        owner(() -> {
            resource.delete(begun.id(), null);
            return true;
        });
        on();
        UUID id = owner(() -> resource.list(new ListQuery(50, Optional.empty(), Optional.empty(), Map.of(), false)))
                .items()
                .get(0)
                .id();
        Callable<Boolean> without = () -> {
            resource.delete(id, null);
            return true;
        };
        assertRefused("invalid-code", () -> owner(without));
        nextStep();
        owner(() -> {
            resource.delete(id, code(0));
            return true;
        });

        assertThat(login().token()).isNotNull();
        assertThat(bench.mails.to(OLGA)).anyMatch(mail -> mail.text().contains("No second factor is needed"));
    }

    @Test
    @DisplayName("USR-07: an admin removes another's lost factor, which ends all sessions; nobody their own")
    void isResetByAnAdmin() {
        on();
        nextStep();
        Granted in = answer(challenge(), code(0));
        UUID admin = bench.member("max@acme.example", "admin");
        assertRefused("is-self", () -> owner(() -> reset.reset(bench.owner)));
        bench.as(admin, null, () -> reset.reset(bench.owner), "*");

        assertThat(principal(in)).isEmpty();
        assertThat(login().token()).isNotNull();
        assertThat(bench.told("users.user.mfa-reset")).isEqualTo(1);
    }

    @Test
    @DisplayName("USR-07: while a second factor is required, staff without one can do nothing but enrol")
    void holdsUpWhoHasNone() {
        Granted before = login();
        assertThat(principal(before).orElseThrow().obstacle()).isNull();
        bench.run(() -> bench.settings.put("users", "require_mfa", new Json("true")));
        int invalidated = bench.invalidations.get();
        bench.run(() -> new RequirementListener(bench.cache())
                .handle(new DomainEvent(
                        "settings.setting.changed",
                        "organization",
                        bench.organization,
                        Map.of("category", "users", "key", "require_mfa"))));

        assertThat(bench.invalidations.get()).isEqualTo(invalidated + 1);
        assertThat(principal(before).orElseThrow().obstacle()).isEqualTo("mfa-required");
        on();
        assertThat(principal(before).orElseThrow().obstacle()).isNull();
    }

    @Test
    @DisplayName("USR-07, USR-18: others' factors are not found, and programs have none")
    void isOnesOwn() {
        View begun = enrolled();
        UUID max = bench.member("max@acme.example", "sales");

        assertRefused(
                "not-found",
                () -> bench.as(max, SESSION, () -> resource.verify(begun.id(), new Code(code(0))), "users.directory"));
        assertRefused("forbidden", () -> bench.as(max, null, () -> resource.create(new Input(null)), "*"));
        Workbench other = new Workbench();
        assertRefused(
                "not-found",
                () -> other.as(other.owner, SESSION, () -> resource.verify(begun.id(), new Code(code(0))), "*"));
    }

    @Test
    @DisplayName("USR-07: no secret, code or hash is in events, audit or what objects say of themselves")
    void keepsSecrets() {
        List<String> codes = on();
        nextStep();
        String challenge = challenge();
        Granted in = answer(challenge, codes.get(0));
        String half = challenge.substring(challenge.length() - 43);

        assertThat(PLATFORM.audited().toString()).contains("user_mfa_factor");
        for (String told : List.of(
                PLATFORM.audited().toString(),
                PLATFORM.published().toString(),
                in.toString(),
                new Answer(challenge, codes.get(0), null).toString(),
                new Code(codes.get(1)).toString())) {
            assertThat(told)
                    .doesNotContain(secret)
                    .doesNotContain(half)
                    .doesNotContain(codes.get(0))
                    .doesNotContain("v1:");
        }
    }
}
