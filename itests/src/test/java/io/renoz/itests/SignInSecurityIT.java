package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What somebody might try who wants in, from outside and over the whole platform. */
class SignInSecurityIT {

    private static final String NEXT = "another horse battery staple";

    private final Tenant tenant = Tenant.with();
    private final Client anonymous = Client.anonymous();
    private final String admin = "admin@" + tenant.slug() + ".example";

    private Answer login(Client client, String email, String password) {
        return client.post(
                "users/auth/login",
                "{\"organization\": \"%s\", \"email\": \"%s\", \"password\": \"%s\"}"
                        .formatted(tenant.slug(), email, password));
    }

    private String invited(String email) {
        JsonNode roles =
                tenant.admin().get("users/roles?limit=200").expect(200).body().path("items");
        String sales = "";
        for (JsonNode role : roles) {
            sales = role.path("key").asText().equals("sales") ? role.path("id").asText() : sales;
        }
        Answer made = tenant.admin()
                .post("users/invitations", "{\"email\": \"%s\", \"roleId\": \"%s\"}".formatted(email, sales))
                .expect(201);
        String link = made.body().path("acceptLink").asText();
        assertThat(link).as("USR-21: there is no mail server").contains("/accept-invitation#");
        return link.substring(link.indexOf('#') + 1);
    }

    private Answer accept(String token) {
        return anonymous.post(
                "users/invitations/accept",
                "{\"token\": \"%s\", \"name\": \"Max\", \"password\": \"%s\"}".formatted(token, Tenant.PASSWORD));
    }

    private Answer reset(String token, String password) {
        return anonymous.post(
                "users/auth/password-reset/confirm",
                "{\"token\": \"%s\", \"newPassword\": \"%s\"}".formatted(token, password));
    }

    private Answer answer(String challenge, String code) {
        return anonymous.post("users/auth/mfa", "{\"challenge\": \"%s\", \"code\": \"%s\"}".formatted(challenge, code));
    }

    @Test
    @DisplayName("USR-02: a session is made by signing in and by nothing else: no token a caller chose becomes one")
    void fixesNoSession() {
        String chosen = "rns_" + tenant.id() + "_" + "A".repeat(43);
        Answer in = login(anonymous.token(chosen).with("Cookie", "session=" + chosen), admin, Tenant.PASSWORD)
                .expect(200);
        Answer second = login(anonymous.token(in.body().path("token").asText()), admin, Tenant.PASSWORD)
                .expect(200);

        anonymous.token(chosen).get("users/me").expectProblem(401, "unauthenticated");
        assertThat(in.header("Set-Cookie")).isEmpty();
        assertThat(second.body().path("token").asText())
                .isNotEqualTo(in.body().path("token").asText());
        assertThat(second.body().path("sessionId").asText())
                .isNotEqualTo(in.body().path("sessionId").asText());
    }

    @Test
    @DisplayName("USR-06: the token of a session that was signed out is dead, in this organization and in every other")
    void replaysNoSession() {
        String token = tenant.newToken();
        anonymous.token(token).post("users/auth/logout").expect(204);

        anonymous.token(token).get("users/me").expectProblem(401, "unauthenticated");
        String elsewhere = token.replace(tenant.id(), Tenant.with().id());
        anonymous.token(elsewhere).get("users/me").expectProblem(401, "unauthenticated");
    }

    @Test
    @DisplayName("USR-12: an invitation works once; cancelled or in another organization's name it opens nothing")
    void replaysNoInvitation() {
        String token = invited("max@" + tenant.slug() + ".example");
        accept(token.replace(tenant.id(), Tenant.with().id())).expectProblem(422, "invalid-token");
        accept(token).expect(200);

        accept(token).expectProblem(409, "invalid-transition");
        String other = invited("eve@" + tenant.slug() + ".example");
        String id = tenant.admin()
                .get("users/invitations?status=pending")
                .expect(200)
                .body()
                .at("/items/0/id")
                .asText();
        tenant.admin().post("users/invitations/" + id + "/cancel").expect(200);
        accept(other).expectProblem(422, "invalid-token");
    }

    @Test
    @DisplayName("USR-03, USR-04, USR-06: resets tell nobody who is there, work once and end all sessions")
    void replaysNoReset() {
        var mailbox = new Mailbox(admin);
        int before = mailbox.count();
        Answer known = anonymous.post("users/auth/password-reset", asked(admin)).expect(202);
        Answer unknown = anonymous
                .post("users/auth/password-reset", asked("nobody@nowhere.example"))
                .expect(202);
        assertThat(known.text()).isEqualTo(unknown.text()).isEmpty();
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());

        String token = mailbox.tokenAfter(before);
        reset(token, "short").expectProblem(422, "weak-password");
        reset(token, NEXT).expect(204);
        reset(token, NEXT + "!").expectProblem(422, "invalid-token");
        tenant.admin().get("users/me").expectProblem(401, "unauthenticated");
        login(anonymous, admin, Tenant.PASSWORD).expectProblem(401, "invalid-credentials");
        login(anonymous, admin, NEXT).expect(200);
    }

    private String asked(String email) {
        return "{\"organization\": \"%s\", \"email\": \"%s\"}".formatted(tenant.slug(), email);
    }

    @Test
    @DisplayName("USR-07: challenges and codes work once, guessing is locked, and nothing of it is in logs or audit")
    void replaysNoCode() throws Exception {
        Answer begun = tenant.admin().post("users/me/mfa", "{}").expect(201);
        String secret = begun.body().path("secret").asText();
        var phone = new Authenticator(secret);
        String code = phone.code(0);
        JsonNode backup = tenant.admin()
                .post("users/me/mfa/" + begun.id() + "/verify", "{\"code\": \"%s\"}".formatted(code))
                .expect(200)
                .body()
                .path("backupCodes");
        String challenge = login(anonymous, admin, Tenant.PASSWORD)
                .expect(200)
                .body()
                .path("challenge")
                .asText();

        answer(challenge, code).expectProblem(422, "invalid-code");
        String next = phone.code(1);
        String session =
                answer(challenge, next).expect(200).body().path("token").asText();
        answer(challenge, backup.get(0).asText()).expectProblem(401, "challenge-expired");
        String second = login(anonymous, admin, Tenant.PASSWORD)
                .body()
                .path("challenge")
                .asText();
        answer(second, next).expectProblem(422, "invalid-code");
        answer(second, backup.get(0).asText()).expect(200);
        String third = login(anonymous, admin, Tenant.PASSWORD)
                .body()
                .path("challenge")
                .asText();
        answer(third, backup.get(0).asText()).expectProblem(422, "invalid-code");
        answer(third, "000000").expectProblem(422, "invalid-code");
        answer(third, "000001").expectProblem(422, "invalid-code");
        answer(third, backup.get(1).asText()).expectProblem(401, "challenge-expired");

        nowhere(List.of(
                secret,
                backup.get(0).asText(),
                Tenant.PASSWORD,
                session.substring(session.length() - 43),
                challenge.substring(challenge.length() - 43)));
    }

    @Test
    @DisplayName("USR-07: while a second factor is required, who has none can do nothing but enrol")
    void letsThemDoNothingElse() {
        String token = accept(invited("ann@" + tenant.slug() + ".example"))
                .body()
                .path("token")
                .asText();
        Client ann = anonymous.token(token);
        ann.get("users/directory").expect(200);
        tenant.admin()
                .ifMatch("\"0\"")
                .put("settings/system-settings/users/require_mfa", "{\"value\": true}")
                .expect(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ann.get("users/directory").status() == 403);
        ann.get("users/directory").expectProblem(403, "mfa-required");
        ann.get("openapi.json").expectProblem(403, "mfa-required");
        Answer begun = ann.post("users/me/mfa", "{}").expect(201);
        String code = new Authenticator(begun.body().path("secret").asText()).code(0);
        ann.post("users/me/mfa/" + begun.id() + "/verify", "{\"code\": \"%s\"}".formatted(code))
                .expect(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ann.get("users/directory").status() == 200);
    }

    private void nowhere(List<String> secrets) throws IOException, SQLException {
        try (Stream<Path> logs = Files.walk(RunningPlatform.shared().home().resolve("log"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secrets);
            }
        }
        try (Sql sql = Sql.as("ADMIN")) {
            for (String table : List.of(
                    "activities.activities",
                    "platform.event_outbox",
                    "platform.operator_audit",
                    "platform.idempotency_keys",
                    "users.login_attempts",
                    "users.user_action_tokens",
                    "users.user_mfa_factors",
                    "users.mfa_backup_codes",
                    "users.user_sessions",
                    "platform.mail_queue")) {
                String all = String.join("\n", sql.texts("select t::text from " + table + " t"));
                assertThat(all).as(table).doesNotContain(secrets);
            }
        }
    }
}
