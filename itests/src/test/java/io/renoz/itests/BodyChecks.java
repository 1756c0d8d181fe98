package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** What every operation promises that takes a JSON body: it says what is wrong with it, and where. */
final class BodyChecks {

    /** A little more than the largest body of an operation without files. */
    private static final int TOO_LARGE = 1_100_000;

    private final World world;

    BodyChecks(World world) {
        this.world = world;
    }

    Stream<DynamicNode> of(Operation operation) {
        var tests = new ArrayList<DynamicNode>();
        tests.add(dynamicTest("refuses what is no JSON", () -> malformed(operation)));
        tests.add(dynamicTest("refuses a body of another type", () -> otherType(operation)));
        tests.add(dynamicTest("refuses a body that is too large", () -> tooLarge(operation)));
        tests.add(dynamicTest("refuses a body that is too deep", () -> tooDeep(operation)));
        if (!Schemas.type(operation.body()).equals("object")) {
            return tests.stream();
        }
        tests.add(dynamicTest("points at a property it does not know", () -> unknown(operation)));
        if (operation.body().path("properties").isEmpty()) {
            return tests.stream();
        }
        tests.add(dynamicTest("points at each value of a wrong type", () -> wrongTypes(operation)));
        tests.add(
                dynamicTest("points at each value that is too long, too small or too great", () -> limits(operation)));
        if (!operation.method().equals("PATCH") && operation.needsBody()) {
            tests.add(dynamicTest("points at each value that is missing", () -> missing(operation)));
        }
        return tests.stream();
    }

    private Client client() {
        return world.admin();
    }

    private Client ready(Operation operation, String address) {
        if (!operation.method().equals("PATCH")) {
            return client().with("If-Match", "*");
        }
        Assumptions.assumeTrue(world.path(operation).isPresent(), () -> "no record to try: " + world.refused());
        return operation.api().has("GET", operation.path())
                ? client().ifMatch(world.read(operation.path(), address).etag())
                : client().ifMatch("*");
    }

    private Answer send(Operation operation, String body) {
        String address = world.address(operation);
        return Attempt.of(operation, world.samples()).with(body).by(ready(operation, address), address);
    }

    private void malformed(Operation operation) {
        for (String body : List.of("{\"a\":", "{'a': 1}", "nonsense", "{} {}", "{\"a\": 1,}", "[1, 2")) {
            Answer answer = send(operation, body);

            answer.expectProblem(400, "malformed-request");
        }
        if (operation.needsBody()) {
            send(operation, "").expectProblem(400, "malformed-request");
        }
    }

    private void otherType(Operation operation) {
        String address = world.address(operation);
        String body = Attempt.of(operation, world.samples()).body().orElse("{}");
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense/type")) {
            Answer answer = client().with("If-Match", "*").send(operation.method(), address, body, type);

            answer.expectProblem(415, "unsupported-media-type");
        }
    }

    private void tooLarge(Operation operation) {
        String address = world.address(operation);
        String body = "{\"a\": \"" + "x".repeat(TOO_LARGE) + "\"}";
        Attempt attempt = Attempt.of(operation, world.samples()).with(body);

        attempt.by(client().with("If-Match", "*"), address).expectProblem(413, "payload-too-large");
        client().with("If-Match", "*")
                .sendInPieces(
                        operation.method(), address, body, operation.bodyType().orElseThrow())
                .expectProblem(413, "payload-too-large");
    }

    private void tooDeep(Operation operation) {
        String body = "{\"a\":".repeat(2000) + "1" + "}".repeat(2000);

        send(operation, body).expectProblem(400, "malformed-request");
    }

    private ObjectNode base(Operation operation) {
        return operation.method().equals("PATCH")
                ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                : world.samples().least(operation.body());
    }

    private void unknown(Operation operation) {
        Assumptions.assumeFalse(operation.body().path("additionalProperties").isObject(), "it takes any property");
        ObjectNode body = base(operation);
        body.put("noSuchProperty", 1);

        Answer answer = send(operation, body.toString());

        pointsAt(answer, "/noSuchProperty");
    }

    private static void pointsAt(Answer answer, String pointer) {
        answer.expectProblem(422, "validation-failed");
        assertThat(Problems.pointers(answer)).as("pointers of " + answer.text()).contains(pointer);
    }

    /** Sends the whole body with one value replaced, for each value that is to be refused. */
    private void each(Operation operation, BiConsumer<JsonNode, List<String>> refused) {
        var all = new SoftAssertions();
        operation.body().path("properties").properties().forEach(property -> {
            var values = new ArrayList<String>();
            refused.accept(world.api().schemas().plain(property.getValue()), values);
            for (String value : values) {
                Answer answer = send(operation, with(operation, property.getKey(), value));
                String shown = value.length() > 60 ? value.substring(0, 60) + "..." : value;
                all.assertThat(answer.status() + " " + answer.problem())
                        .as("%s: %s answered %s", property.getKey(), shown, answer.text())
                        .isEqualTo("422 validation-failed");
                all.assertThat(Problems.pointers(answer))
                        .as("pointers for %s: %s", property.getKey(), shown)
                        .anyMatch(pointer -> pointer.startsWith("/" + property.getKey()));
            }
        });
        all.assertAll();
    }

    private String with(Operation operation, String property, String value) {
        try {
            ObjectNode body = world.samples().most(operation.body()); // what goes together is there together
            body.set(property, Client.JSON.readTree(value));
            return body.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    private void wrongTypes(Operation operation) {
        each(operation, BodyChecks::ofOtherTypes);
    }

    static void ofOtherTypes(JsonNode schema, List<String> values) {
        if (schema.path("readOnly").asBoolean()) {
            return;
        }
        switch (Schemas.type(schema)) {
            case "string" -> values.addAll(List.of("17", "true", "{}", "[]"));
            case "integer", "number" -> values.addAll(List.of("\"text\"", "\"1\"", "true", "{}", "[]"));
            case "boolean" -> values.addAll(List.of("\"true\"", "1", "{}"));
            case "array" -> values.addAll(List.of("\"text\"", "5", "{}"));
            case "object" -> values.addAll(List.of("\"text\"", "5", "[]"));
            default -> {} // anything goes
        }
        if (schema.has("enum")) {
            values.add("\"no_such_value\"");
        }
        if (Schemas.type(schema).equals("integer")) {
            values.addAll(List.of("1.5", "99999999999999999999"));
        }
        switch (schema.path("format").asText()) {
            case "uuid", "date", "date-time", "time" -> values.addAll(List.of("\"nonsense\"", "\"\""));
            default -> {}
        }
        if (schema.path("format").asText().equals("date")) {
            values.add("\"2026-02-30\"");
        }
    }

    private void limits(Operation operation) {
        each(operation, BodyChecks::outside);
    }

    static void outside(JsonNode schema, List<String> values) {
        if (schema.path("readOnly").asBoolean()) {
            return;
        }
        Optional.of(schema.path("maxLength"))
                .filter(JsonNode::isInt)
                .ifPresent(most -> values.add("\"" + "a".repeat(most.asInt() + 1) + "\""));
        Optional.of(schema.path("minLength"))
                .filter(least -> least.asInt(0) > 0)
                .ifPresent(least -> values.add("\"" + "a".repeat(least.asInt() - 1) + "\""));
        Optional.of(schema.path("minimum"))
                .filter(JsonNode::isNumber)
                .ifPresent(least -> values.add(
                        least.decimalValue().subtract(java.math.BigDecimal.ONE).toPlainString()));
        Optional.of(schema.path("maximum"))
                .filter(JsonNode::isNumber)
                .ifPresent(most -> values.add(
                        most.decimalValue().add(java.math.BigDecimal.ONE).toPlainString()));
    }

    private void missing(Operation operation) {
        var all = new SoftAssertions();
        for (String name : Schemas.required(operation.body())) {
            for (String how : List.of("left out", "null")) {
                ObjectNode body = base(operation);
                if (how.equals("null")) {
                    body.putNull(name);
                } else {
                    body.remove(name);
                }
                Answer answer = send(operation, body.toString());
                all.assertThat(answer.status() + " " + answer.problem())
                        .as("%s %s answered %s", name, how, answer.text())
                        .isEqualTo("422 validation-failed");
                all.assertThat(Problems.pointers(answer)).as("%s %s", name, how).contains("/" + name);
            }
        }
        all.assertAll();
    }
}
