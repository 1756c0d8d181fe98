package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Turning modules on and off for one organization. */
@DisplayName("The modules of an organization")
class SwitchingIT {

    private static final String CUSTOMERS = "modules/customers/enabled";
    private static final String PETTY_CASH = "modules/petty-cash/enabled";

    private final Tenant tenant = Tenant.with();
    private final Client admin = tenant.admin();

    private JsonNode module(String name) {
        return admin.get("modules/" + name).expect(200).body();
    }

    private long revision() {
        return admin.get("module-set").expect(200).body().path("revision").asLong();
    }

    @Test
    @DisplayName("are listed with what they are and what they need")
    void areListed() {
        JsonNode modules = admin.get("modules").expect(200).body().path("items");

        assertThat(Schemas.elements(modules).stream().map(m -> m.path("name").asText()))
                .contains("settings", "users", "activities", "customers")
                .doesNotContain("modules", "platform");
        assertThat(module("customers").path("kind").asText()).isEqualTo("standard");
        assertThat(module("customers").path("state").asText()).isEqualTo("available");
        assertThat(Schemas.texts(module("customers").path("requires"))).contains("settings", "users", "activities");
        assertThat(module("users").path("kind").asText()).isEqualTo("core");
        assertThat(module("users").path("state").asText()).isEqualTo("enabled");
        assertThat(Schemas.texts(module("users").path("requiredBy"))).contains("customers");
        admin.get("modules/no-such-module").expectProblem(404, "not-found");
    }

    @Test
    @DisplayName("are found by state, kind and words")
    void areFound() {
        assertThat(names("modules?kind=core")).contains("users").doesNotContain("customers");
        assertThat(names("modules?state=available")).contains("customers").doesNotContain("users");
        assertThat(names("modules?q=CUSTOM")).containsExactly("customers");
        assertThat(names("modules?q=custom&state=enabled")).isEmpty();
    }

    private List<String> names(String address) {
        return Schemas.elements(admin.get(address).expect(200).body().path("items")).stream()
                .map(m -> m.path("name").asText())
                .toList();
    }

    @Test
    @DisplayName("PLT-04: are turned on and off; what is so already stays so and writes nothing")
    void areSwitched() {
        long before = revision();

        assertThat(admin.put(CUSTOMERS, "{\"reason\": \"we begin\"}")
                        .expect(200)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("enabled");
        assertThat(revision()).isEqualTo(before + 1);
        assertThat(module("customers").path("reason").asText()).isEqualTo("we begin");
        admin.put(CUSTOMERS, "{}").expect(200);
        admin.send("PUT", CUSTOMERS, null, null).expect(200);
        assertThat(revision()).isEqualTo(before + 1);
        assertThat(admin.delete(CUSTOMERS).expect(200).body().path("state").asText())
                .isEqualTo("disabled");
        assertThat(revision()).isEqualTo(before + 2);
        admin.delete(CUSTOMERS).expect(200);
        assertThat(revision()).isEqualTo(before + 2);
    }

    @Test
    @DisplayName("PLT-02: of the core cannot be turned off, and turning them on changes nothing")
    void ofTheCoreStay() {
        long before = revision();

        for (String core : List.of("settings", "users", "activities")) {
            Answer answer = admin.delete("modules/" + core + "/enabled").expectProblem(409, "core-module");
            assertThat(answer.text()).contains(core);
            admin.put("modules/" + core + "/enabled", "{}").expect(200);
        }
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    @DisplayName("PLT-01: of an unknown name are refused with those that are near")
    void unknown() {
        Answer answer = admin.put("modules/custmers/enabled", "{}").expectProblem(422, "unknown-module");

        assertThat(answer.body().path("problems").toString()).contains("customers");
        assertThat(answer.body().path("detail").asText()).contains("customers");
        admin.delete("modules/custmers/enabled").expectProblem(422, "unknown-module");
        admin.ifMatch(set().etag())
                .put("module-set", "{\"modules\": [{\"name\": \"custmers\"}, {\"name\": \"zzz\"}]}")
                .expectProblem(422, "unknown-module");
    }

    @Test
    @DisplayName("PLT-01, PLT-02: cannot be on without what they require")
    void needWhatTheyRequire() {
        String file = "petty-cash-that-requires-customers.zip";
        StrangerFolder.install(StrangerFolder.PETTY_CASH_1, file, "petty-cash", "1.0.0");
        try {
            Answer unmet = admin.put(PETTY_CASH, "{}").expectProblem(422, "unmet-dependency");
            assertThat(unmet.body().path("problems").toString()).contains("needs", "customers", "hint");
            assertThat(module("petty-cash").path("wish").asText()).isEqualTo("disabled");

            admin.put(CUSTOMERS, "{}").expect(200);
            admin.put(PETTY_CASH, "{}").expect(200);
            Answer kept = admin.delete(CUSTOMERS).expectProblem(422, "required-by");
            assertThat(kept.body().path("problems").toString()).contains("petty-cash");
            admin.ifMatch(set().etag())
                    .put("module-set", "{\"modules\": [], \"remove\": [\"customers\", \"petty-cash\"]}")
                    .expect(200);
        } finally {
            StrangerFolder.remove(file, "petty-cash");
        }
    }

    private Answer set() {
        return admin.get("module-set").expect(200);
    }

    @Test
    @DisplayName("PLT-06: are set as a whole under If-Match alone")
    void asAWhole() {
        String wanted = "{\"modules\": [{\"name\": \"customers\"}], \"reason\": \"as a whole\"}";
        Answer before = set();

        admin.put("module-set", wanted).expectProblem(428, "precondition-required");
        admin.ifMatch("\"999999\"").put("module-set", wanted).expectProblem(412, "precondition-failed");
        assertThat(module("customers").path("state").asText()).isEqualTo("available");
        Answer after = admin.ifMatch(before.etag()).put("module-set", wanted).expect(200);
        assertThat(after.body().path("modules").toString()).contains("customers");
        assertThat(after.etag()).isNotEqualTo(before.etag()).isEqualTo(set().etag());
        admin.ifMatch(before.etag()).put("module-set", wanted).expectProblem(412, "precondition-failed");
        assertThat(admin.ifMatch(after.etag())
                        .put("module-set", wanted)
                        .expect(200)
                        .etag())
                .isEqualTo(after.etag());
        assertThat(admin.with("If-None-Match", after.etag()).get("module-set").status())
                .isEqualTo(304);
    }

    @Test
    @DisplayName("PLT-06: do not vanish from a set unless they are named in remove")
    void doNotVanish() {
        admin.put(CUSTOMERS, "{}").expect(200);

        Answer refused = admin.ifMatch(set().etag()).put("module-set", "{\"modules\": []}");
        refused.expectProblem(422, "removal-not-named");
        assertThat(refused.body().path("modules").toString()).contains("customers");
        assertThat(module("customers").path("state").asText()).isEqualTo("enabled");
        admin.ifMatch(set().etag())
                .put("module-set", "{\"modules\": [], \"remove\": [\"users\"]}")
                .expectProblem(422, "removal-not-named");
        admin.ifMatch(set().etag())
                .put("module-set", "{\"modules\": [], \"remove\": [\"customers\"]}")
                .expect(200);
        assertThat(module("customers").path("state").asText()).isEqualTo("disabled");
    }

    @Test
    @DisplayName("PLT-06: are switched one by one with an If-Match or without")
    void oneByOneWithIfMatch() {
        String first = set().etag();
        admin.ifMatch(first).put(CUSTOMERS, "{}").expect(200);

        admin.ifMatch(first).delete(CUSTOMERS).expectProblem(412, "precondition-failed");
        assertThat(module("customers").path("state").asText()).isEqualTo("enabled");
        admin.ifMatch(set().etag()).delete(CUSTOMERS).expect(200);
    }

    @Test
    @DisplayName("PLT-03: answer nothing and show nothing while they are off")
    void areGoneWhileOff() {
        admin.get("customers/customers").expectProblem(404, "module-not-enabled");
        assertThat(customersPaths()).isZero();

        admin.put(CUSTOMERS, "{}").expect(200);
        admin.get("customers/customers").expect(200);
        assertThat(customersPaths()).isGreaterThan(10);

        admin.delete(CUSTOMERS).expect(200);
        for (String method : List.of("GET", "POST", "PATCH", "DELETE")) {
            String body = method.equals("POST") || method.equals("PATCH") ? "{}" : null;
            Answer answer = admin.send(
                    method,
                    method.equals("POST")
                            ? "customers/customers"
                            : "customers/customers/00000000-0000-7000-8000-000000000000",
                    body,
                    body == null ? null : "application/json");
            answer.expectProblem(404, "module-not-enabled");
            assertThat(answer.body().path("module").asText()).isEqualTo("customers");
        }
        assertThat(customersPaths()).isZero();
    }

    private long customersPaths() {
        return Api.of(admin).operations().stream()
                .filter(o -> o.path().startsWith("customers/"))
                .count();
    }

    @Test
    @DisplayName("PLT-02: keep their data while they are off")
    void keepTheirData() {
        admin.put(CUSTOMERS, "{}").expect(200);
        Answer made = admin.post("customers/customers", """
                {"name": "Lasting Ltd", "contacts": [{"firstName": "Ada", "lastName": "Lasting"}]}""").expect(201);
        admin.delete(CUSTOMERS).expect(200);
        admin.put(CUSTOMERS, "{}").expect(200);

        Answer after = admin.get("customers/customers/" + made.id()).expect(200);
        assertThat(after.body()).isEqualTo(made.body());
        assertThat(after.etag()).isEqualTo(made.etag());
    }

    @Test
    @DisplayName("are visible on this node at once, either way")
    void areVisibleAtOnce() {
        for (int i = 0; i < 20; i++) {
            admin.put(CUSTOMERS, "{}").expect(200);
            admin.get("customers/customers").expect(200);
            admin.delete(CUSTOMERS).expect(200);
            admin.get("customers/customers").expectProblem(404, "module-not-enabled");
        }
    }

    @Test
    @DisplayName("of one organization are nobody else's matter")
    void areNobodyElses() {
        Tenant other = Tenant.with("customers");
        admin.delete(CUSTOMERS).expect(200);

        other.admin().get("customers/customers").expect(200);
        admin.get("customers/customers").expectProblem(404, "module-not-enabled");
    }

    @Test
    @DisplayName("leave every set they ever made, without gaps")
    void leaveTheirHistory() {
        admin.put(CUSTOMERS, "{\"reason\": \"on\"}").expect(200);
        admin.delete(CUSTOMERS).expect(200);

        List<JsonNode> revisions = Schemas.elements(
                admin.get("module-set/revisions").expect(200).body().path("items"));
        assertThat(revisions.stream().map(r -> r.path("revision").asLong()).toList())
                .containsExactly(java.util.stream.LongStream.iterate(revision(), n -> n - 1)
                        .limit(revisions.size())
                        .boxed()
                        .toArray(Long[]::new));
        assertThat(revisions.get(0).path("removed").toString()).isEqualTo("[\"customers\"]");
        assertThat(revisions.get(1).path("added").toString()).isEqualTo("[\"customers\"]");
        assertThat(revisions.get(1).path("reason").asText()).isEqualTo("on");
    }

    @Test
    @DisplayName("are told by the log of activities")
    void areTold() {
        admin.put(CUSTOMERS, "{\"reason\": \"for the log\"}").expect(200);

        Optional<JsonNode> entry = Schemas.elements(admin.get("activities/activities?entityType=organization_module")
                        .expect(200)
                        .body()
                        .path("items"))
                .stream()
                .findFirst();
        assertThat(entry).isPresent();
        assertThat(entry.get().path("entityName").asText()).isEqualTo("customers");
        assertThat(entry.get().path("changes").path("wish").path("new").asText())
                .isEqualTo("enabled");
    }
}
