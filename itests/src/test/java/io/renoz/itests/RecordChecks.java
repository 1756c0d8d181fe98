package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** What reading and changing one thing promises: tags, preconditions, and nothing where nothing is. */
final class RecordChecks {

    private final World world;
    private final Client admin;

    RecordChecks(World world) {
        this.world = world;
        this.admin = world.admin();
    }

    Stream<DynamicNode> of(Operation operation) {
        var tests = new ArrayList<DynamicNode>();
        if (operation.method().equals("GET") && !isList(operation)) {
            tests.add(dynamicTest("answers what its schema says", () -> schema(operation)));
            tests.add(dynamicTest("is told apart by its ETag", () -> tag(operation)));
        }
        if (operation.method().equals("PATCH")) {
            tests.add(dynamicTest("needs an If-Match", () -> needsIfMatch(operation)));
            tests.add(dynamicTest("refuses an If-Match that is stale", () -> stale(operation)));
            tests.add(dynamicTest("refuses a body that is no object", () -> noObject(operation)));
            tests.add(dynamicTest("changes with the right If-Match, and the ETag with it", () -> changes(operation)));
        }
        if (byId(operation)) {
            tests.add(dynamicTest(
                    "knows no record of an unknown id",
                    () -> unknown(operation, UUID.randomUUID().toString())));
            tests.add(dynamicTest("knows no record of an id that is none", () -> unknown(operation, "no-such-id")));
        }
        return tests.stream();
    }

    static boolean isList(Operation operation) {
        return operation.parameter("cursor").isPresent();
    }

    /** Whether a record is named in the path by what looks like an id. */
    private static boolean byId(Operation operation) {
        return operation.parameters().stream()
                .anyMatch(p -> p.in().equals("path")
                        && p.schema().path("format").asText().equals("uuid"));
    }

    private String address(Operation operation) {
        Optional<String> path = world.path(operation);
        Assumptions.assumeTrue(path.isPresent(), () -> "no record to try: " + world.refused());
        return path.orElseThrow();
    }

    /** Some readings have nothing to show for the record at hand; that is no refusal of the operation. */
    private Answer read(Operation operation) {
        String query = Attempt.of(operation, world.samples()).query();
        String address = address(operation);
        Answer answer = world.read(operation.path(), address, query);
        Assumptions.assumeFalse(answer.status() == 404 && answer.problem().equals("not-found"), "nothing is there");
        return answer;
    }

    private void schema(Operation operation) {
        Answer answer = read(operation);
        Assumptions.assumeTrue(answer.status() != 204, "nothing to show");
        answer.expect(200);
        JsonNode schema = operation.answer();
        Assumptions.assumeTrue(schema.has("properties"), "its answer is left open");

        answer.body().fieldNames().forEachRemaining(name -> assertThat(
                        schema.path("properties").has(name))
                .as("%s is in the schema", name)
                .isTrue());
        assertThat(Schemas.required(schema)).as("required of " + answer.text()).allMatch(answer.body()::has);
    }

    private void tag(Operation operation) {
        Answer first = read(operation);
        boolean versioned = first.body().has("version") && first.body().has("id");
        Assumptions.assumeTrue(versioned || first.header("ETag").isPresent(), "it has no version");
        first.expect(200);
        assertThat(first.etag()).as("ETag").matches("\"[^\"]+\"");

        String address = address(operation);
        Answer known = admin.with("If-None-Match", first.etag()).get(address);
        Answer weak = admin.with("If-None-Match", "\"x\", W/" + first.etag()).get(address);
        Answer other = admin.with("If-None-Match", "\"other\"").get(address);

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(known.etag()).isEqualTo(first.etag());
        assertThat(weak.status()).isEqualTo(304);
        assertThat(other.status()).isEqualTo(200);
    }

    /** The record's address and tag; for one that cannot be read by itself the tag cannot be known. */
    private String etag(Operation operation, String address) {
        Assumptions.assumeTrue(operation.api().has("GET", operation.path()), "it cannot be read");
        return world.read(operation.path(), address).etag();
    }

    private void needsIfMatch(Operation operation) {
        String address = address(operation);
        etag(operation, address);

        admin.patch(address, "{}").expectProblem(428, "precondition-required");
    }

    private void stale(Operation operation) {
        String address = address(operation);
        etag(operation, address);

        admin.ifMatch("\"987654\"").patch(address, "{}").expectProblem(412, "precondition-failed");
        admin.ifMatch("\"nonsense\"").patch(address, "{}").expectProblem(412, "precondition-failed");
    }

    private void noObject(Operation operation) {
        Client client = admin.ifMatch(etag(operation, address(operation)));
        for (String body : List.of("[]", "1", "null", "\"text\"")) {
            Answer answer = client.patch(address(operation), body);
            assertThat(answer.status()).as(body).isIn(400, 422);
        }
    }

    private void changes(Operation operation) {
        String address = address(operation);
        Assumptions.assumeTrue(operation.api().has("GET", operation.path()), "it cannot be read");
        Answer before = world.read(operation.path(), address);
        Optional<String> field = text(operation.body(), operation);
        Assumptions.assumeTrue(field.isPresent(), "it has no text to change");
        JsonNode value = world.samples()
                .value(field.get(), operation.body().path("properties").path(field.get()));
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.set(field.get(), value);

        Answer after =
                admin.ifMatch(before.etag()).patch(address, patch.toString()).expect(200);

        assertThat(after.body().path(field.get())).isEqualTo(value);
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(admin.get(address).expect(200).body()).isEqualTo(after.body());
        assertThat(admin.get(address).etag()).isEqualTo(after.etag());
        admin.ifMatch(before.etag()).patch(address, patch.toString()).expectProblem(412, "precondition-failed");
        Answer empty = admin.ifMatch(after.etag()).patch(address, "{}").expect(200);
        assertThat(empty.body().path(field.get())).isEqualTo(value);
    }

    /** A property that takes free text, preferably one that hardly has a rule of its own. */
    private Optional<String> text(JsonNode schema, Operation operation) {
        JsonNode shown = operation.answer().path("properties");
        var names = new ArrayList<String>();
        schema.path("properties").properties().forEach(property -> {
            JsonNode plain = world.api().schemas().plain(property.getValue());
            if (Schemas.type(plain).equals("string")
                    && !plain.has("enum")
                    && !plain.has("format")
                    && !plain.has("pattern")
                    && !plain.has("example")
                    && shown.has(property.getKey())) {
                names.add(property.getKey());
            }
        });
        return Stream.of("name", "title", "subject", "label", "lastName", "description", "notes", "reason")
                .filter(names::contains)
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private void unknown(Operation operation, String id) {
        String path = operation.path();
        int last = path.lastIndexOf('{');
        Optional<String> before = world.fill(path.substring(0, last - 1));
        Assumptions.assumeTrue(before.isPresent(), "no record to stand below");
        String address = before.orElseThrow() + "/" + id + path.substring(path.indexOf('}', last) + 1);

        Answer answer = Attempt.of(operation, world.samples()).by(admin.ifMatch("*"), address);

        answer.expectProblem(404, "not-found");
    }
}
