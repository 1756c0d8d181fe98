package io.renoz.platform.rest.front;

import static io.renoz.platform.rest.front.FrontTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.platform.rest.sample.GrantResource;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a resource says and the platform does. */
class GrantTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GRANTS = "/api/v1/warranty/grants";
    private static final String GOOD = "{\"units\":[\"a\"],\"reasons\":[\"bought\"]}";
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static List<String> pointers(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).path("errors").findValuesAsText("pointer");
    }

    private static List<String> refused(String body) throws Exception {
        var answer = stage.post(GRANTS, body);
        isProblem(answer, 422, "validation-failed");
        return pointers(answer);
    }

    @Test
    void needsAListThatIsNeededWhateverItsRecordMakesOfNone() throws Exception {
        assertThat(refused("{}")).containsExactlyInAnyOrder("/units", "/reasons");
        assertThat(refused("{\"units\":null,\"reasons\":[\"x\"]}")).containsExactly("/units");
        assertThat(refused("{\"units\":[null],\"reasons\":[\"x\"]}")).containsExactly("/units/0");
        assertThat(refused("{\"note\":5,\"oops\":1}"))
                .containsExactlyInAnyOrder("/units", "/reasons", "/note", "/oops");
        assertThat(stage.post(GRANTS, GOOD).statusCode()).isEqualTo(201);
        assertThat(stage.post(GRANTS, "{\"units\":[],\"reasons\":[\"x\"]}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void answersARepeatedRequestWithTheRecordItMade() throws Exception {
        var answer = stage.post(GRANTS + "/repeated", GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void needsItInPatchesToo() throws Exception {
        String there = stage.post(GRANTS, GOOD).headers().firstValue("Location").orElseThrow();

        var cleared = stage.send("PATCH", there, "{\"units\":null}", "If-Match", "\"1\"");
        var other = stage.send("PATCH", there, "{\"note\":\"n\"}", "If-Match", "\"1\"");

        isProblem(cleared, 422, "validation-failed");
        assertThat(pointers(cleared)).containsExactly("/units");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(other.body()).contains("\"units\":[\"a\"]");
    }

    @Test
    void needsItInEachOfMany() throws Exception {
        var answer = stage.post(GRANTS + "/bulk", "{\"items\":[" + GOOD + ",{\"reasons\":[\"x\"]}]}");

        assertThat(pointers(answer)).containsExactly("/items/1/units");
        assertThat(pointers(stage.post(GRANTS + "/bulk", "{}"))).containsExactly("/items");
    }

    @Test
    void pointsAtTheOneOfManyThatARuleRefuses() throws Exception {
        String bad = "{\"units\":[],\"reasons\":[\"x\"],\"note\":\"refuse\"}";
        String many = "{\"units\":[\"a\",\"b\",\"c\"],\"reasons\":[\"x\"]}";

        assertThat(pointers(stage.post(GRANTS + "/bulk", "{\"items\":[" + GOOD + "," + bad + "," + GOOD + "]}")))
                .containsExactly("/items/1/note");
        assertThat(refused(bad)).containsExactly("/note");
        assertThat(pointers(stage.post(GRANTS + "/bulk", "{\"items\":[" + many + "," + many + "]}")))
                .as("what is wrong with all together")
                .containsExactly("/units");
    }

    @Test
    void heedsWhatStandsOnTheOneWayToCreate() throws Exception {
        stage.tokens.put("writer", java.util.Set.of("warranty.read", "warranty.write"));
        for (String path : List.of(GRANTS, GRANTS + "/bulk")) {
            var answer = stage.send(stage.to(path)
                    .setHeader("Authorization", "Bearer writer")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(GOOD)));

            isProblem(answer, 403, "forbidden");
        }
        JsonNode paths = JSON.readTree(stage.get("/api/v1/openapi.json").body()).path("paths");
        for (String path : List.of("/warranty/grants", "/warranty/grants/bulk")) {
            JsonNode post = paths.path(path).path("post");

            assertThat(post.path("x-renoz-permission").asText()).isEqualTo("warranty.decide");
            assertThat(post.at("/responses/409/description").asText()).isEqualTo("duplicate");
            assertThat(post.path("summary").asText()).isEqualTo("Grants what was bought");
        }
    }

    @Test
    void offersAndTakesTheSame() throws Exception {
        String history = GRANTS + "/" + GrantResource.NEW + "/history";
        JsonNode parameters = JSON.readTree(stage.get("/api/v1/openapi.json").body())
                .at("/paths/~1warranty~1grants~1{id}~1history/get/parameters");

        assertThat(parameters.findValuesAsText("name"))
                .contains("kind", "note", "unit", "unit.in", "unit.ne", "sort")
                .doesNotContain("kind.in", "note.ne");
        for (String good :
                List.of("kind=full_cover", "note=x", "unit.in=" + GrantResource.OLD, "sort=-at", "sort=at")) {
            assertThat(stage.get(history + "?" + good).statusCode()).as(good).isEqualTo(200);
        }
        for (String bad : List.of(
                "kind=FULL_COVER",
                "kind.in=full_cover",
                "oops=1",
                "unit=1-1-1-1-1",
                "unit.gt=x",
                "note=%00",
                "sort=kind")) {
            var answer = stage.get(history + "?" + bad);

            isProblem(answer, 422, "invalid-parameter");
            assertThat(pointers(answer)).containsExactly("?" + bad.substring(0, bad.indexOf('=')));
        }
    }

    @Test
    void takesNothingWhereNothingIsOffered() throws Exception {
        JsonNode parameters = JSON.readTree(stage.get("/api/v1/openapi.json").body())
                .at("/paths/~1warranty~1grants~1newest/get/parameters");

        assertThat(parameters.findValuesAsText("name")).containsExactly("limit", "cursor", "count");
        isProblem(stage.get(GRANTS + "/newest?note=x"), 422, "invalid-parameter");
        isProblem(stage.get(GRANTS + "/newest?sort=note"), 422, "invalid-parameter");
    }

    @Test
    @DisplayName("CUS-11: who asks for what lives on under another id is sent there")
    void sendsOn() throws Exception {
        String upper = GrantResource.OLD.toString().toUpperCase(java.util.Locale.ROOT);

        var answer = stage.get(GRANTS + "/" + upper + "/history?limit=5&sort=-at");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(GRANTS + "/" + GrantResource.NEW + "/history?limit=5&sort=-at");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void saysWhereARecordIsThatTheAddressDoesNotName() throws Exception {
        var answer = stage.get(GRANTS + "/newest");

        isProblem(answer, 404, "not-found");
        assertThat(JSON.readTree(answer.body()).path("to").asText()).isEqualTo(GrantResource.NEW.toString());
    }

    @Test
    void refusesTextsThatCannotBeStored() throws Exception {
        assertThat(refused("{\"units\":[\"a\\u0000\"],\"reasons\":[\"x\"]}")).containsExactly("/units/0");
        assertThat(refused("{\"units\":[\"\\ud800\"],\"reasons\":[\"x\"]}")).containsExactly("/units/0");
        assertThat(stage.post(GRANTS, "{\"units\":[\"\\ud83d\\ude00\"],\"reasons\":[\"x\"]}")
                        .statusCode())
                .isEqualTo(201);
    }
}
