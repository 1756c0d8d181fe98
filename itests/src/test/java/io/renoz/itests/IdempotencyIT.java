package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PLT-08. */
@DisplayName("PLT-08: A POST with an Idempotency-Key")
class IdempotencyIT {

    private static final String CUSTOMERS = "customers/customers";

    private final Tenant tenant = Tenant.with("customers");
    private final Client admin = tenant.admin();

    private static Client keyed(Client client, String key) {
        return client.with("Idempotency-Key", key);
    }

    private long customers() {
        return admin.get(CUSTOMERS + "?limit=1&count=true")
                .expect(200)
                .body()
                .path("total")
                .asLong();
    }

    @Test
    void isCarriedOutOnceAndAnsweredTheSame() {
        Client client = keyed(admin, "once");
        Answer first = client.post(CUSTOMERS, "{\"name\": \"Once Ltd\"}").expect(201);
        Answer second = client.post(CUSTOMERS, "{\"name\": \"Once Ltd\"}").expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(second.header(header)).as(header).isPresent().isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void isAnsweredTheSameAfterTheRecordHasChanged() {
        Client client = keyed(admin, "changed");
        Answer first = client.post(CUSTOMERS, "{\"name\": \"Before Ltd\"}").expect(201);
        admin.ifMatch(first.etag())
                .patch(CUSTOMERS + "/" + first.id(), "{\"name\": \"After Ltd\"}")
                .expect(200);

        assertThat(client.post(CUSTOMERS, "{\"name\": \"Before Ltd\"}")
                        .expect(201)
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void isRefusedWhenTheKeyWasForSomethingElse() {
        Client client = keyed(admin, "mismatch");
        Answer first = client.post(CUSTOMERS, "{\"name\": \"First Ltd\"}").expect(201);

        client.post(CUSTOMERS, "{\"name\": \"Second Ltd\"}").expectProblem(422, "idempotency-mismatch");
        client.post(CUSTOMERS + "/bulk", "{\"items\": [{\"name\": \"First Ltd\"}]}")
                .expectProblem(422, "idempotency-mismatch");
        client.post(CUSTOMERS + "/" + first.id() + "/status", "{\"status\": \"inactive\"}")
                .expectProblem(422, "idempotency-mismatch");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void repeatsARefusalToo() {
        Client client = keyed(admin, "refused");
        admin.post(CUSTOMERS, "{\"name\": \"Taken Ltd\", \"customerCode\": \"TAKEN\"}")
                .expect(201);
        String body = "{\"name\": \"Late Ltd\", \"customerCode\": \"TAKEN\"}";

        Answer first = client.post(CUSTOMERS, body).expectProblem(409, "duplicate-code");
        Answer second = client.post(CUSTOMERS, body).expectProblem(409, "duplicate-code");
        assertThat(Problems.lasting(second)).isEqualTo(Problems.lasting(first));
        assertThat(second.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void isAnsweredOncePerActor() {
        Tenant other = Tenant.with("customers");
        Answer ours = keyed(admin, "shared")
                .post(CUSTOMERS, "{\"name\": \"Ours Ltd\"}")
                .expect(201);
        Answer theirs = keyed(other.admin(), "shared")
                .post(CUSTOMERS, "{\"name\": \"Ours Ltd\"}")
                .expect(201);
        Client again = Client.anonymous().token(tenant.newToken());

        assertThat(theirs.id()).isNotEqualTo(ours.id());
        assertThat(keyed(again, "shared")
                        .post(CUSTOMERS, "{\"name\": \"Ours Ltd\"}")
                        .expect(201)
                        .id())
                .as("the same user from another session")
                .isEqualTo(ours.id());
    }

    @Test
    void isCarriedOutOnceWhenItComesManyTimesAtOnce() throws Exception {
        int threads = 8;
        for (int round = 0; round < 10; round++) {
            long before = customers();
            String key = "at once " + UUID.randomUUID();

            List<Answer> answers =
                    AtOnce.run(threads, () -> keyed(admin, key).post(CUSTOMERS, "{\"name\": \"At Once Ltd\"}"));

            assertThat(answers).allSatisfy(a -> {
                assertThat(a.status()).as(a.text()).isIn(201, 409);
                assertThat(a.problem()).isIn("", "request-running");
            });
            Set<String> ids = answers.stream()
                    .filter(a -> a.status() == 201)
                    .map(Answer::id)
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
            assertThat(customers()).isEqualTo(before + 1);
        }
    }

    @Test
    void needsAKeyOfReasonableLength() {
        keyed(admin, "k".repeat(255))
                .post(CUSTOMERS, "{\"name\": \"Long Key Ltd\"}")
                .expect(201);

        keyed(admin, "k".repeat(256))
                .post(CUSTOMERS, "{\"name\": \"Longer Key Ltd\"}")
                .expectProblem(400, "malformed-request");
    }

    @Test
    void doesNotConcernOtherVerbs() {
        Answer made = admin.post(CUSTOMERS, "{\"name\": \"Verbs Ltd\"}").expect(201);
        Client client = keyed(admin, "verbs");
        Answer first = client.ifMatch(made.etag())
                .patch(CUSTOMERS + "/" + made.id(), "{\"notes\": \"one\"}")
                .expect(200);
        Answer second = client.ifMatch(first.etag())
                .patch(CUSTOMERS + "/" + made.id(), "{\"notes\": \"two\"}")
                .expect(200);

        assertThat(second.body().path("notes").asText()).isEqualTo("two");
        client.get(CUSTOMERS).expect(200);
    }

    @Test
    void keepsNoAnswerThatHandsOutASecret() throws SQLException {
        Client client = keyed(admin, "secret");
        String body = "{\"organization\": \"%s\", \"email\": \"admin@%s.example\", \"password\": \"%s\"}"
                .formatted(tenant.slug(), tenant.slug(), Tenant.PASSWORD);
        String first = client.post("users/auth/login", body)
                .expect(200)
                .body()
                .path("token")
                .asText();
        String second = client.post("users/auth/login", body)
                .expect(200)
                .body()
                .path("token")
                .asText();

        assertThat(second).isNotEqualTo(first);
        try (Sql sql = Sql.as("ADMIN")) {
            assertThat(sql.number("select count(*) from platform.idempotency_keys k where k::text ~ 'rn[sz]_'"))
                    .isZero();
        }
    }

    @Test
    void isForgottenAfterADay() throws SQLException {
        Client client = keyed(admin, "forgotten");
        Answer first = client.post(CUSTOMERS, "{\"name\": \"Forgotten Ltd\"}").expect(201);
        try (Sql sql = Sql.as("ADMIN")) {
            assertThat(sql.number("select count(*) from platform.idempotency_keys where idempotency_key = 'forgotten'"
                            + " and expires_at between now() + interval '23 hours' and now() + interval '25 hours'"))
                    .isEqualTo(1);
            sql.execute("update platform.idempotency_keys set expires_at = now() where idempotency_key = 'forgotten'");
            sql.connection().commit();
        }

        assertThat(client.post(CUSTOMERS, "{\"name\": \"Forgotten Ltd\"}")
                        .expect(201)
                        .id())
                .isNotEqualTo(first.id());
    }
}
