package io.renoz.users.invitation;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.PASSWORD;
import static io.renoz.users.Workbench.PLATFORM;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.users.TestRoles;
import io.renoz.users.Workbench;
import io.renoz.users.api.UserStatus;
import io.renoz.users.invitation.Acceptances.Offered;
import io.renoz.users.invitation.InvitationResource.Input;
import io.renoz.users.signin.AuthResource.Granted;
import io.renoz.users.signin.AuthResource.Login;
import io.renoz.users.user.User;
import io.renoz.users.user.UserResource.Leaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvitationsIT {

    private static final String ANNA = "anna@acme.example";

    private final Workbench bench = new Workbench();
    private final InvitationResource resource = new InvitationResource(TABLES, bench.invitations, bench.letters);
    private final AcceptResource accept = new AcceptResource(bench.acceptances);
    private final LookupResource lookup = new LookupResource(bench.acceptances);

    private <T> T owner(Callable<T> work) {
        return bench.as(bench.owner, null, work, "*");
    }

    private UUID role(String key) {
        return bench.system(() -> TestRoles.id(TABLES, key));
    }

    private InvitationView invite(String email) {
        Input input = input(email);
        return owner(() -> resource.create(input).body());
    }

    private Input input(String email) {
        return new Input(email, null, role("sales"), null, "Welcome <b>!", null);
    }

    private Granted accept(String token, String password) {
        return bench.anonymous(() -> accept.accept(new AcceptResource.Input(token, "Anna Meier", password)));
    }

    private Offered offered(String token) {
        return bench.anonymous(() -> lookup.lookUp(new LookupResource.Input(token)));
    }

    private User user(UUID id) {
        return bench.system(() -> TABLES.require(User.class, id));
    }

    @Test
    @DisplayName("USR-12: who is invited is there at once, cannot sign in, and joins with password and name")
    void joins() {
        InvitationView invited = invite(" Anna@Acme.example ");

        assertThat(invited.email()).isEqualTo(ANNA);
        assertThat(invited.acceptLink()).isNull();
        assertThat(Duration.between(invited.invitedAt(), invited.expiresAt())).isEqualTo(Duration.ofDays(7));
        assertThat(user(invited.userId()).status()).isEqualTo(UserStatus.INVITED);
        assertThat(bench.system(() -> bench.assignments.keysOf(invited.userId())))
                .containsExactly("sales");
        assertRefused("invalid-credentials", () -> bench.auth.login(new Login(bench.slug, ANNA, PASSWORD, null)));

        String token = bench.mails.token(ANNA);
        assertThat(offered(token))
                .extracting(Offered::organization, Offered::role, Offered::inviter, Offered::email)
                .containsExactly("Acme", "Sales", "Olga", ANNA);
        Granted in = accept(token, PASSWORD);

        User anna = user(invited.userId());
        assertThat(anna.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(anna.name()).isEqualTo("Anna Meier");
        assertThat(anna.neverActive()).isFalse();
        assertThat(in.userId()).isEqualTo(invited.userId());
        assertThat(bench.system(() -> bench.tokens.authenticate(String.valueOf(in.token()))))
                .isPresent();
        assertThat(bench.auth.login(new Login(bench.slug, ANNA, PASSWORD, null)).token())
                .isNotNull();
    }

    @Test
    @DisplayName("USR-12: the token is stored hashed, works once, and is in no event and no audit entry")
    void worksOnce() {
        InvitationView invited = invite(ANNA);
        String token = bench.mails.token(ANNA);
        accept(token, PASSWORD);

        assertRefused("invalid-transition", () -> accept(token, PASSWORD));
        assertRefused("invalid-transition", () -> offered(token));
        String secret = token.substring(token.length() - 43);
        String stored = bench.system(() -> TABLES.require(Invitation.class, invited.id()).tokenHash);
        assertThat(stored).hasSize(64).doesNotContain(secret);
        assertThat(PLATFORM.published().toString()).doesNotContain(secret).doesNotContain(stored);
        assertThat(PLATFORM.audited().toString()).doesNotContain(secret).doesNotContain(stored);
    }

    @Test
    @DisplayName("USR-12: of two who accept at once one gets in and the other is told 409")
    void oneOfTwoGetsIn() throws Exception {
        invite(ANNA);
        String token = bench.mails.token(ANNA);
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> tries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tries.add(() -> {
                    try {
                        return String.valueOf(accept(token, PASSWORD).userId());
                    } catch (Problem problem) {
                        return problem.status() + "";
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }

            assertThat(answers.stream().filter("409"::equals)).hasSize(3);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("USR-12: members and guests are not invited twice")
    void invitesNobodyTwice() {
        bench.member("max@acme.example", "sales");
        invite(ANNA);

        assertRefused("invitation-pending", () -> invite(ANNA));
        assertRefused("already-member", () -> invite("max@acme.example"));
        assertRefused("already-member", () -> invite("olga@acme.example"));
        UUID left = invite("left@acme.example").userId();
        accept(bench.mails.token("left@acme.example"), PASSWORD);
        owner(() -> bench.users.deactivate(left, new Leaving(null, null)));
        assertRefused("already-member", () -> invite("left@acme.example"));
    }

    @Test
    @DisplayName("USR-12: two who invite one address at once: one is told that it is invited already")
    void invitesOnceWhenTwoAsk() throws Exception {
        UUID sales = role("sales");
        var threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<String>> tries = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                tries.add(() -> {
                    try {
                        return owner(() -> resource.create(new Input(ANNA, null, sales, null, null, null))
                                .body()
                                .email());
                    } catch (Problem problem) {
                        return problem.slug();
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }

            assertThat(answers).containsExactlyInAnyOrder(ANNA, "invitation-pending", "invitation-pending");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("USR-12: fifty an hour and organization, each time one is sent")
    void limitsHowManyLeave() {
        InvitationView first = invite(ANNA);
        for (int i = 0; i < 48; i++) {
            invite("guest" + i + "@acme.example");
        }
        owner(() -> resource.resend(first.id()));

        assertRefused("too-many-invitations", () -> invite("late@acme.example"));
        assertRefused("too-many-invitations", () -> owner(() -> resource.resend(first.id())));
        bench.pass(Duration.ofMinutes(61));
        assertThat(invite("late@acme.example").sentCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("USR-12: a cancelled invitation opens nothing; sent again it does, and only the new link")
    void isSentAgain() {
        InvitationView invited = invite(ANNA);
        String first = bench.mails.token(ANNA);
        owner(() -> resource.cancel(invited.id()));

        assertRefused("invalid-token", () -> accept(first, PASSWORD));
        assertThat(user(invited.userId()).status()).isEqualTo(UserStatus.DEACTIVATED);
        assertRefused("invalid-transition", () -> owner(() -> resource.cancel(invited.id())));
        InvitationView again = owner(() -> resource.resend(invited.id()));
        assertThat(again.status()).isEqualTo(Invitation.Status.PENDING);
        assertThat(user(invited.userId()).status()).isEqualTo(UserStatus.INVITED);
        assertRefused("invalid-token", () -> accept(first, PASSWORD));
        accept(bench.mails.token(ANNA), PASSWORD);
        assertRefused("invalid-transition", () -> owner(() -> resource.resend(invited.id())));
        assertRefused("invalid-transition", () -> owner(() -> resource.cancel(invited.id())));
    }

    @Test
    @DisplayName("USR-12: after seven days it is over, and the hourly job tidies up behind it")
    void ends() {
        InvitationView invited = invite(ANNA);
        String token = bench.mails.token(ANNA);
        bench.pass(Duration.ofDays(7).plusSeconds(1));

        assertRefused("invitation-expired", () -> accept(token, PASSWORD));
        assertRefused("invitation-expired", () -> offered(token));
        bench.system(() -> new ExpireInvitations(bench.invitations).run(java.util.Optional.empty()));
        assertThat(bench.system(() -> resource.get(invited.id())).status()).isEqualTo(Invitation.Status.EXPIRED);
        assertThat(user(invited.userId()).status()).isEqualTo(UserStatus.DEACTIVATED);
        assertRefused("invitation-expired", () -> accept(token, PASSWORD));
        InvitationView second = invite(ANNA);
        assertThat(second.userId()).isEqualTo(invited.userId());
        assertRefused("invitation-pending", () -> owner(() -> resource.resend(invited.id())));
        assertThat(accept(bench.mails.token(ANNA), PASSWORD).userId()).isEqualTo(invited.userId());
    }

    @Test
    @DisplayName("USR-12: nobody invites with more than they have, or to domains that are not allowed")
    void limitsWhoComes() {
        UUID anna = bench.member(ANNA, "sales");
        UUID admin = role("admin");
        assertRefused(
                "scope-exceeds-permissions",
                () -> bench.as(
                        anna,
                        null,
                        () -> resource.create(new Input("x@acme.example", null, admin, null, null, null)),
                        "users.invite"));
        bench.run(() -> bench.settings.put("users", "allowed_email_domains", new Json("[\"Acme.example\"]")));

        assertRefused("validation-failed", () -> invite("eve@evil.example"));
        assertRefused(
                "validation-failed",
                () -> owner(
                        () -> resource.create(new Input("y@acme.example", null, UUID.randomUUID(), null, null, null))));
        assertThat(invite("new@acme.example").email()).isEqualTo("new@acme.example");
    }

    @Test
    @DisplayName("USR-12: a weak password does not use the token up")
    void letsTryAgainAfterAWeakPassword() {
        invite(ANNA);
        String token = bench.mails.token(ANNA);

        assertRefused("weak-password", () -> accept(token, "short"));
        assertThat(accept(token, PASSWORD).token()).isNotNull();
    }

    @Test
    @DisplayName("USR-12: a token of another organization, or of another kind, is none here")
    void knowsItsOwnTokensAlone() {
        invite(ANNA);
        String token = bench.mails.token(ANNA);
        String elsewhere = token.replace(bench.organization.toString(), new Workbench().organization.toString());

        assertRefused("invalid-token", () -> accept(elsewhere, PASSWORD));
        assertRefused("invalid-token", () -> accept(token.replace("rni_", "rnp_"), PASSWORD));
        assertRefused("invalid-token", () -> accept("nonsense", PASSWORD));
    }

    @Test
    @DisplayName("USR-21: the mail has built-in texts in which words of people are only words")
    void writesToTheGuest() {
        invite(ANNA);

        var mail = bench.mails.to(ANNA).get(0);
        assertThat(mail.subject()).isEqualTo("Join Acme");
        assertThat(mail.text()).contains("Tess invites you to join Acme as Sales", "Welcome <b>!");
        assertThat(mail.html()).contains("Welcome &lt;b&gt;!").doesNotContain("<b>");
    }

    @Test
    @DisplayName("USR-21: without a mail server the admin who invites gets the link, and nobody later")
    void showsTheLinkWithoutAServer() {
        bench.mails.without();
        InvitationView invited = invite(ANNA);

        assertThat(invited.acceptLink())
                .isEqualTo("https://renoz.example/accept-invitation#" + bench.mails.token(ANNA));
        assertThat(bench.system(() -> resource.get(invited.id())).acceptLink()).isNull();
        InvitationView again = owner(() -> resource.resend(invited.id()));
        assertThat(again.acceptLink()).endsWith(bench.mails.token(ANNA));
    }

    @Test
    @DisplayName(
            "USR-11, USR-12: an owner without a password is invited by mail, stays invited, and is invited again by the operator")
    void invitesTheOwner() {
        var guest = new Workbench("Nora@Acme.example", null);
        var operator = new OwnerInvitationResource(PLATFORM.transactions(), guest.invitations, guest.letters);
        guest.pass(Duration.ofDays(8));
        guest.system(guest.invitations::expire);
        Callable<Granted> accepting = () -> new AcceptResource(guest.acceptances)
                .accept(new AcceptResource.Input(guest.mails.token("nora@acme.example"), "Nora", PASSWORD));

        assertThat(guest.system(() -> TABLES.require(User.class, guest.owner).status()))
                .isEqualTo(UserStatus.INVITED);
        assertRefused("invitation-expired", () -> guest.anonymous(accepting));
        assertThat(guest.anonymous(() -> operator.send(guest.organization)).acceptLink())
                .isNull();
        assertThat(guest.anonymous(accepting).userId()).isEqualTo(guest.owner);
        assertRefused("invalid-transition", () -> guest.anonymous(() -> operator.send(guest.organization)));
        assertRefused("not-found", () -> guest.anonymous(() -> operator.send(UUID.randomUUID())));
    }
}
