package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** What every list promises about choosing and ordering its records. */
final class FilterChecks {

    private final World world;
    private final Listing listing;
    private final Client admin;

    FilterChecks(World world, Listing listing) {
        this.world = world;
        this.listing = listing;
        this.admin = world.admin();
    }

    Stream<DynamicNode> all() {
        var tests = new ArrayList<DynamicNode>();
        for (Operation.Parameter filter : listing.filters()) {
            tests.add(dynamicTest("takes the filter " + filter.name(), () -> takes(filter)));
            if (!wrong(filter.schema()).isEmpty()) {
                tests.add(dynamicTest("refuses a wrong value of " + filter.name(), () -> refuses(filter)));
            }
            if (listing.list().parameter(filter.name() + ".gte").isPresent()) {
                tests.add(dynamicTest("takes ranges of " + filter.name(), () -> ranges(filter)));
            }
            if (listing.item().path("properties").has(filter.name())) {
                tests.add(dynamicTest("chooses by " + filter.name(), () -> chooses(filter)));
            }
        }
        for (String sort : listing.sorts()) {
            tests.add(dynamicTest("sorts by " + sort + " both ways", () -> sorts(sort)));
        }
        return tests.stream();
    }

    private String address() {
        return ListChecks.address(world, listing);
    }

    private void takes(Operation.Parameter filter) {
        for (String value : values(filter)) {
            Answer page = admin.get(address() + "?" + filter.name() + "=" + ListChecks.encoded(value));

            page.expect(200);
        }
    }

    /** Values it has to take: each of an enumeration, else one of its type. */
    private List<String> values(Operation.Parameter filter) {
        JsonNode schema = filter.schema();
        if (filter.name().endsWith(".in")) {
            return listing
                    .list()
                    .parameter(filter.name().replaceFirst("[.]in$", ""))
                    .map(this::values)
                    .map(v -> String.join(",", v))
                    .stream()
                    .toList();
        }
        if (schema.has("enum")) {
            return Schemas.texts(schema.get("enum"));
        }
        return switch (Schemas.type(schema)) {
            case "boolean" -> List.of("true", "false");
            case "array" ->
                List.of(world.samples()
                        .value(filter.name(), schema.path("items"))
                        .asText());
            default -> List.of(world.samples().value(filter.name(), schema).asText());
        };
    }

    /** A value of another type; empty when every text will do. */
    private static String wrong(JsonNode schema) {
        if (schema.has("enum")) {
            return "no_such_value";
        }
        boolean free = Schemas.type(schema).equals("string")
                && schema.path("format").asText().isEmpty();
        return free || Schemas.type(schema).isEmpty() || Schemas.type(schema).equals("array") ? "" : "wrong!";
    }

    private void refuses(Operation.Parameter filter) {
        ListChecks.refused(admin, address(), filter.name(), wrong(filter.schema()));
    }

    private void ranges(Operation.Parameter filter) {
        String value = values(filter).get(0);
        for (String suffix : List.of("eq", "ne", "gt", "gte", "lt", "lte", "in")) {
            admin.get(address() + "?" + filter.name() + "." + suffix + "=" + ListChecks.encoded(value))
                    .expect(200);
        }
        ListChecks.refused(admin, address(), filter.name() + ".like", value);
        Answer below = admin.get(address() + "?limit=200&" + filter.name() + ".lt=" + ListChecks.encoded(value));
        Answer above = admin.get(address() + "?limit=200&" + filter.name() + ".gte=" + ListChecks.encoded(value));
        assertThat(Collections.disjoint(ListChecks.ids(below), ListChecks.ids(above)))
                .as("what is less and what is not have nothing in common")
                .isTrue();
    }

    /** Whoever filters by what a record has finds that record, and only such. */
    private void chooses(Operation.Parameter filter) {
        world.records(listing);
        JsonNode items = admin.get(address() + "?limit=200").expect(200).body().path("items");
        Optional<JsonNode> example = Schemas.elements(items).stream()
                .filter(item -> item.path(filter.name()).isValueNode()
                        && !item.path(filter.name()).isNull())
                .findFirst();
        Assumptions.assumeTrue(example.isPresent(), "no record has a " + filter.name());
        JsonNode wanted = example.orElseThrow().path(filter.name());

        Answer chosen = admin.get(address() + "?limit=200&" + filter.name() + "=" + ListChecks.encoded(wanted.asText()))
                .expect(200);

        assertThat(chosen.body().path("items")).contains(example.orElseThrow());
        assertThat(chosen.body().path("items"))
                .allSatisfy(item -> assertThat(item.path(filter.name())).isEqualTo(wanted));
    }

    private void sorts(String sort) {
        world.records(listing);
        String address = address();
        Answer up = admin.get(address + "?limit=200&sort=" + sort).expect(200);
        Answer down = admin.get(address + "?limit=200&sort=-" + sort).expect(200);

        ordered(values(up, sort), up);
        List<String> reversed = new ArrayList<>(ListChecks.ids(down));
        Collections.reverse(reversed);
        if (up.body().path("next").asText("").isEmpty()) {
            assertThat(reversed).as("descending is ascending reversed").isEqualTo(ListChecks.ids(up));
        } else {
            Collections.reverse(reversed);
            assertThat(reversed).isNotEqualTo(ListChecks.ids(up));
        }
    }

    private static List<JsonNode> values(Answer page, String field) {
        return Schemas.elements(page.body().path("items")).stream()
                .map(item -> item.path(field))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .toList();
    }

    /** Numbers and times rise; how texts do is the database's matter. */
    private static void ordered(List<JsonNode> values, Answer page) {
        for (int i = 1; i < values.size(); i++) {
            JsonNode before = values.get(i - 1);
            JsonNode after = values.get(i);
            int order = 0;
            if (before.isNumber() && after.isNumber()) {
                order = before.decimalValue().compareTo(after.decimalValue());
            } else if (before.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*Z") && after.isTextual()) {
                order = OffsetDateTime.parse(before.asText()).compareTo(OffsetDateTime.parse(after.asText()));
            }
            assertThat(order)
                    .as("%s before %s in %s", before, after, page.text())
                    .isLessThanOrEqualTo(0);
        }
    }
}
