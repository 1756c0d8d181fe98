package io.renoz.platform.rest.front;

import static io.renoz.platform.rest.front.FrontTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The OpenAPI documents. */
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    private JsonNode document(String token, String path) throws Exception {
        var answer = stage.send(stage.to(path).setHeader("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode document() throws Exception {
        return document("all", "/api/v1/openapi.json");
    }

    private static JsonNode parameter(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no parameter " + name);
    }

    private static List<String> names(JsonNode parameters) {
        return parameters.findValuesAsText("name");
    }

    @Test
    void describesCollectionsAndActions() throws Exception {
        JsonNode paths = document().path("paths");

        assertThat(paths.path("/warranty/policies").fieldNames()).toIterable().containsExactlyInAnyOrder("get", "post");
        assertThat(paths.path("/warranty/policies/{id}").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("get", "patch", "delete");
        assertThat(paths.path("/warranty/policies/bulk").has("post")).isTrue();
        assertThat(paths.path("/warranty/policies/{id}/void")
                        .at("/post/operationId")
                        .asText())
                .isEqualTo("warranty_policies_void");
        assertThat(paths.path("/warranty/policies").at("/get/operationId").asText())
                .isEqualTo("warranty_policies_list");
        assertThat(paths.has("/modules/{name}/enabled")).isTrue();
        assertThat(paths.has("/openapi.json")).isTrue();
        assertThat(paths.toString()).doesNotContain("organizations");
    }

    @Test
    void tellsWhatListsTake() throws Exception {
        JsonNode parameters =
                document().path("paths").path("/warranty/policies").at("/get/parameters");

        assertThat(names(parameters))
                .contains(
                        "limit",
                        "cursor",
                        "sort",
                        "count",
                        "code",
                        "kind",
                        "price",
                        "price.gte",
                        "createdAt.lt",
                        "price.in")
                .doesNotContain("code.gte");
        assertThat(parameters.toString()).contains("\"full_cover\"", "\"maximum\":200", "createdAt");
        JsonNode sort = parameter(parameters, "sort");
        assertThat(sort.path("style").asText()).isEqualTo("form");
        assertThat(sort.path("explode").asBoolean(true)).isFalse();
        assertThat(sort.at("/schema/type").asText()).isEqualTo("array");
        assertThat(sort.at("/schema/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("code", "-code", "createdAt", "-createdAt");
        assertThat(names(parameters)).contains("code.in", "code.ne", "kind.in", "kind.ne");
        assertThat(parameter(parameters, "kind.in").at("/schema/items/enum").isEmpty())
                .isFalse();
    }

    @Test
    void takesSchemasFromRecordsAndTheirConstraints() throws Exception {
        JsonNode schemas = document().at("/components/schemas");
        JsonNode input = schemas.path("warranty.PolicyInput");
        JsonNode view = schemas.path("warranty.Policy");

        assertThat(input.path("description").asText()).isEqualTo("What a caller may set");
        assertThat(input.at("/properties/code/maxLength").asInt()).isEqualTo(20);
        assertThat(input.at("/properties/code/example").asText()).isEqualTo("P-100");
        assertThat(input.path("x-one-of")).extracting(JsonNode::asText).containsExactly("price", "starts");
        assertThat(input.at("/properties/extra/example/shelf").asInt()).isEqualTo(3);
        assertThat(input.at("/properties/months/maximum").asInt()).isEqualTo(600);
        assertThat(input.at("/properties/starts/format").asText()).isEqualTo("date");
        assertThat(input.at("/properties/contacts/items/$ref").asText()).endsWith("/warranty.PolicyPerson");
        assertThat(input.path("required")).extracting(JsonNode::asText).containsExactly("code", "kind");
        assertThat(view.path("required")).extracting(JsonNode::asText).containsExactly("id", "version", "months");
        assertThat(view.at("/properties/kind/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("full_cover", "parts_only");
        assertThat(schemas.at("/warranty.PolicyPage/properties/items/items/$ref")
                        .asText())
                .endsWith("/warranty.Policy");
        assertThat(schemas.at("/warranty.PolicyInputBulk/properties/items/maxItems")
                        .asInt())
                .isEqualTo(1000);
        assertThat(schemas.at("/warranty.PolicyInputPatch/properties/price/nullable")
                        .asBoolean())
                .isTrue();
        assertThat(schemas.path("warranty.PolicyInputPatch").has("required")).isFalse();
    }

    @Test
    void tellsOfPreconditionsKeysAndProblems() throws Exception {
        JsonNode paths = document().path("paths");
        JsonNode patch = paths.path("/warranty/policies/{id}").path("patch");
        JsonNode action = paths.path("/warranty/policies/{id}/void").path("post");

        assertThat(patch.path("parameters").toString()).contains("If-Match", "\"required\":true");
        assertThat(patch.path("responses").fieldNames())
                .toIterable()
                .contains("200", "412", "428", "422", "404", "401");
        assertThat(patch.at("/requestBody/content").fieldNames()).toIterable().contains("application/merge-patch+json");
        assertThat(names(action.path("parameters"))).contains("Idempotency-Key");
        assertThat(action.at("/responses/409/description").asText()).isEqualTo("invalid-transition");
        assertThat(action.path("x-renoz-permission").asText()).isEqualTo("warranty.decide");
        assertThat(paths.path("/warranty/policies")
                        .at("/post/responses/201/headers/Location")
                        .isMissingNode())
                .isFalse();
        assertThat(paths.path("/warranty/policies/open").at("/get/security").isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("PLT-03: what is off, and what is not granted, is missing")
    void showsWhatTheCallerMayUse() throws Exception {
        JsonNode reader = document("reader", "/api/v1/openapi.json").path("paths");

        assertThat(reader.path("/warranty/policies").has("get")).isTrue();
        assertThat(reader.path("/warranty/policies").has("post")).isFalse();
        assertThat(reader.has("/warranty/policies/{id}/void")).isFalse();
        assertThat(reader.has("/warranty/policies/slow")).isTrue();
        stage.on.remove("warranty");
        assertThat(document().toString()).doesNotContain("/warranty/");
    }

    @Test
    void isKnownByItsTagUntilSomethingChanges() throws Exception {
        var first = stage.get("/api/v1/openapi.json");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(stage.send(stage.to("/api/v1/openapi.json").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        for (String known : List.of("W/" + tag, "\"x\", " + tag, "*")) {
            assertThat(stage.send(stage.to("/api/v1/openapi.json").header("If-None-Match", known))
                            .statusCode())
                    .as(known)
                    .isEqualTo(304);
        }
        stage.on.remove("warranty");
        assertThat(stage.send(stage.to("/api/v1/openapi.json").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isJsonAndNothingElse() throws Exception {
        for (String other : List.of("text/plain", "text/html, application/xml;q=0.9")) {
            isProblem(stage.send(stage.to("/api/v1/openapi.json").header("Accept", other)), 406, "not-acceptable");
        }
        for (String json : List.of("*/*", "nonsense", "application/*", "text/plain, application/json;q=0.1")) {
            assertThat(stage.send(stage.to("/api/v1/openapi.json").header("Accept", json))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void namesThingsOnceAndWithoutNumbers() throws Exception {
        stage.tokens.put("admin", Set.of("modules.read", "warranty.read", "warranty.write", "warranty.decide"));
        JsonNode document = document("admin", "/api/v1/openapi.json");

        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .contains("warranty.Grant", "warranty.GrantInput")
                .noneMatch(name -> name.endsWith("View") || name.matches(".*[0-9]"));
        assertThat(document.findValuesAsText("operationId"))
                .contains("platform_modules_list", "warranty_grants_history_list", "platform_openapi")
                .noneMatch(id -> id.matches(".*[0-9]"));
        assertThat(document.at("/paths/~1openapi.json/get/tags/0").asText()).isEqualTo("platform");
        assertThat(document.path("tags").findValuesAsText("name")).contains("platform", "warranty");
    }

    @Test
    void hasADocumentForOperators() throws Exception {
        JsonNode paths = document("op", "/api/v1/operator/openapi.json").path("paths");

        assertThat(paths.has("/operator/organizations/{id}/close")).isTrue();
        assertThat(paths.has("/operator/openapi.json")).isTrue();
        assertThat(paths.has("/warranty/policies")).isFalse();
        isProblem(stage.get("/api/v1/operator/openapi.json"), 401, "unauthenticated");
        isProblem(
                stage.send(stage.to("/api/v1/openapi.json").setHeader("Authorization", "Bearer op")),
                401,
                "unauthenticated");
    }

    @Test
    void refersToNothingThatIsNotThere() throws Exception {
        JsonNode document = document();
        Set<String> ids = new HashSet<>();
        var twice = new ArrayList<String>();
        document.findValuesAsText("operationId").stream()
                .filter(id -> !ids.add(id))
                .forEach(twice::add);

        assertThat(twice).isEmpty();
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }
}
