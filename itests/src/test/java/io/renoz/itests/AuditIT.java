package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the log of activities tells of a request, and what it keeps to itself. */
@DisplayName("The log of activities")
class AuditIT {

    private static final String WITH_PARTS = """
            {"name": "Audited Ltd", "notes": "first",
             "contacts": [{"firstName": "Ada", "lastName": "Audit", "email": "ada@example.com", "phone": "+49 30 901820",
                           "birthday": "1990-05-17"}],
             "addresses": [{"type": "billing", "street1": "Rope Walk 1", "city": "Bristol", "postcode": "BS1 6ZJ",
                            "country": "GB"}]}
            """;

    private final Tenant tenant = Tenant.with("customers");
    private final Client admin = tenant.admin();

    private List<JsonNode> entries(String query) {
        return Schemas.elements(admin.get("activities/activities?limit=200&" + query)
                .expect(200)
                .body()
                .path("items"));
    }

    private long count() {
        return admin.get("activities/activities?limit=1&count=true")
                .expect(200)
                .body()
                .path("total")
                .asLong();
    }

    @Test
    @DisplayName("ACT-01, ACT-08: tells of a customer made with its parts, one entry each")
    void tellsOfWhatIsMade() {
        Answer made = admin.post("customers/customers", WITH_PARTS).expect(201);
        List<JsonNode> entries = entries("customerId=" + made.id());

        assertThat(entries.stream().map(e -> e.path("entityType").asText()))
                .containsExactlyInAnyOrder("customer", "contact", "address");
        assertThat(entries).allSatisfy(e -> {
            assertThat(e.path("action").asText()).isEqualTo("created");
            assertThat(e.path("module").asText()).isEqualTo("customers");
            assertThat(e.path("requestId").asText())
                    .isEqualTo(made.header("X-Request-Id").orElseThrow());
            assertThat(e.path("actorName").asText()).isEqualTo("Ada Admin");
            assertThat(e.path("userId").asText()).isNotEmpty();
        });
        JsonNode customer = of(entries, "customer");
        assertThat(customer.path("entityId").asText()).isEqualTo(made.id());
        assertThat(customer.path("entityName").asText()).isEqualTo("Audited Ltd");
        assertThat(customer.path("changes").path("name")).isEqualTo(json("{\"old\": null, \"new\": \"Audited Ltd\"}"));
        assertThat(of(entries, "contact").path("parentType").asText()).isEqualTo("customer");
        assertThat(of(entries, "contact").path("parentId").asText()).isEqualTo(made.id());
    }

    private static JsonNode json(String text) {
        try {
            return Client.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode of(List<JsonNode> entries, String type) {
        return entries.stream()
                .filter(e -> e.path("entityType").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("ACT-01, ACT-04: tells of a change what changed, old and new, and nothing else")
    void tellsWhatChanged() {
        Answer made = admin.post("customers/customers", WITH_PARTS).expect(201);
        Answer changed = admin.ifMatch(made.etag())
                .patch("customers/customers/" + made.id(), "{\"notes\": \"second\", \"name\": \"Audited Ltd\"}")
                .expect(200);
        List<JsonNode> updates = entries("customerId=" + made.id() + "&action=updated");

        assertThat(updates).hasSize(1);
        assertThat(updates.get(0).path("changes"))
                .isEqualTo(json("{\"notes\": {\"old\": \"first\", \"new\": \"second\"}}"));
        assertThat(updates.get(0).path("changedFields").toString()).isEqualTo("[\"notes\"]");
        admin.ifMatch(changed.etag())
                .patch("customers/customers/" + made.id(), "{\"notes\": \"second\"}")
                .expect(200);
        assertThat(entries("customerId=" + made.id() + "&action=updated"))
                .as("a change of nothing")
                .hasSize(1);
    }

    @Test
    @DisplayName("ACT-01: tells of a contact changed and deleted")
    void tellsOfContacts() {
        Answer customer = admin.post("customers/customers", "{\"name\": \"Contacted Ltd\"}")
                .expect(201);
        Answer contact =
                admin.post("customers/contacts", """
                        {"customerId": "%s", "firstName": "Ada", "lastName": "First"}""".formatted(customer.id())).expect(201);
        Answer changed = admin.ifMatch(contact.etag())
                .patch("customers/contacts/" + contact.id(), "{\"lastName\": \"Second\"}")
                .expect(200);
        admin.ifMatch(changed.etag())
                .delete("customers/contacts/" + contact.id())
                .expect(204);
        List<JsonNode> entries = entries("entityId=" + contact.id());

        assertThat(entries.stream().map(e -> e.path("action").asText()))
                .containsExactly("deleted", "updated", "created");
        assertThat(entries.get(0).path("changes").path("lastName"))
                .isEqualTo(json("{\"old\": \"Second\", \"new\": null}"));
    }

    @Test
    @DisplayName("ACT-01: tells of a customer deleted")
    void tellsOfDeletion() {
        Answer customer = admin.post("customers/customers", "{\"name\": \"Short Lived Ltd\"}")
                .expect(201);
        admin.delete("customers/customers/" + customer.id()).expect(204);

        assertThat(entries("entityId=" + customer.id()).get(0).path("action").asText())
                .isEqualTo("deleted");
    }

    @Test
    @DisplayName("ACT-04: shows three asterisks for what is sensitive")
    void masksWhatIsSensitive() {
        Answer made = admin.post("customers/customers", WITH_PARTS).expect(201);
        JsonNode contact = of(entries("customerId=" + made.id()), "contact");

        for (String field : List.of("email", "phone", "birthday")) {
            assertThat(contact.path("changes").path(field).path("new").asText())
                    .as(field)
                    .isEqualTo("***");
        }
        assertThat(contact.toString()).doesNotContain("ada@example.com", "901820", "1990-05-17");
    }

    @Test
    @DisplayName("ACT-04: holds no password, no token and no hash of one")
    void holdsNoSecret() throws SQLException {
        String token = tenant.newToken();
        admin.post(
                        "users/auth/login",
                        "{\"organization\": \"%s\", \"email\": \"%s\", \"password\": \"wrong and long enough\"}"
                                .formatted(tenant.slug(), "admin@" + tenant.slug() + ".example"))
                .expectProblem(401, "invalid-credentials");
        try (Sql sql = Sql.as("ADMIN")) {
            String everything = "select count(*) from activities.activities a where a.organization_id = '" + tenant.id()
                    + "' and a::text ~* ";
            String secret = token.substring(token.lastIndexOf('_') + 1);
            for (String secrets : Set.of(
                    java.util.regex.Pattern.quote(secret).replace("\\Q", "").replace("\\E", ""),
                    "argon2",
                    "password_?hash",
                    "token_?hash",
                    "hashedToken",
                    "correct horse",
                    "wrong and long")) {
                assertThat(sql.number(everything + "'" + secrets + "'"))
                        .as(secrets)
                        .isZero();
            }
            assertThat(sql.number(
                            "select count(*) from activities.activities where organization_id = '" + tenant.id() + "'"))
                    .isPositive();
        }
    }

    @Test
    @DisplayName("ACT-02: tells nothing of what was refused")
    void tellsNothingOfRefusals() {
        Answer made = admin.post("customers/customers", "{\"name\": \"Refusing Ltd\", \"customerCode\": \"REF-1\"}")
                .expect(201);
        long before = count();

        admin.post("customers/customers", "{\"name\": \"Refusing Ltd\", \"customerCode\": \"REF-1\"}")
                .expectProblem(409, "duplicate-code");
        admin.post("customers/customers/bulk", """
                        {"items": [{"name": "Bulk 1"}, {"name": "Bulk 2", "customerCode": "REF-1"}]}""").expectProblem(409, "duplicate-code");
        admin.ifMatch("\"77\"")
                .patch("customers/customers/" + made.id(), "{\"notes\": \"x\"}")
                .expectProblem(412, "precondition-failed");
        admin.post("customers/customers", "{\"name\": \"\"}").expectProblem(422, "validation-failed");

        assertThat(count()).isEqualTo(before);
        assertThat(admin.get("customers/customers?search=Bulk")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("ACT-01: tells of a bulk creation one entry for each record, all of one request")
    void tellsOfBulk() {
        Answer made = admin.post("customers/customers/bulk", """
                        {"items": [{"name": "Bulk A"}, {"name": "Bulk B"}, {"name": "Bulk C"}]}""").expect(200);
        List<JsonNode> entries =
                entries("requestId=" + made.header("X-Request-Id").orElseThrow());

        Set<String> told =
                entries.stream().map(e -> e.path("entityId").asText()).collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(ListChecks.ids(made));
    }

    @Test
    @DisplayName("ACT-03: cannot be changed by anybody")
    void cannotBeChanged() throws SQLException {
        admin.post("customers/customers", "{\"name\": \"Written Ltd\"}").expect(201);
        String entry = entries("entityType=customer").get(0).path("id").asText();

        admin.delete("activities/activities/" + entry).expectProblem(405, "method-not-allowed");
        admin.patch("activities/activities/" + entry, "{}").expectProblem(405, "method-not-allowed");
        for (String kind : List.of("OWNER", "ADMIN")) {
            try (Sql sql = Sql.as(kind).tenant(tenant.id())) {
                for (String act : List.of(
                        "update activities.activities set description = 'x'", "delete from activities.activities")) {
                    assertThat(sql.refusal(act + " where id = '" + entry + "'"))
                            .as(kind + ": " + act)
                            .contains(Sql.NO_RIGHT);
                }
            }
        }
    }

    @Test
    @DisplayName("ACT-09: leaves out what belongs to a module that is off")
    void leavesOutWhatIsOff() {
        Answer made =
                admin.post("customers/customers", "{\"name\": \"Hidden Ltd\"}").expect(201);
        String entry = entries("entityId=" + made.id()).get(0).path("id").asText();
        admin.delete("modules/customers/enabled").expect(200);

        assertThat(entries("entityId=" + made.id())).isEmpty();
        admin.get("activities/activities/" + entry).expectProblem(404, "not-found");
        admin.put("modules/customers/enabled", "{}").expect(200);
        assertThat(entries("entityId=" + made.id())).hasSize(1);
    }
}
