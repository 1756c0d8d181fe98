package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation with ids of another tenant, wherever an id can be put. */
@DisplayName("An id of another tenant")
class ForeignIdsIT {

    private static World ours;
    private static World theirs;
    private static Map<String, String> before;

    @BeforeAll
    static void fill() {
        ours = new World(Tenant.whole());
        theirs = new World(Tenant.whole());
        ours.api().listings().forEach(ours::records);
        theirs.api().listings().forEach(theirs::records);
        // whatever is asked for below is there before we look
        theirs.api().operations().forEach(theirs::path);
        theirs.api().operations(o -> o.bodyType().isPresent()).forEach(o -> theirs.samples()
                .most(o.body()));
        before = everythingOfTheirs();
        assertThat(before).containsKeys("customers/customers", "customers/contacts", "users/users");
    }

    /** Whatever was tried on them, their records are as they were. */
    @AfterAll
    static void nothingOfTheirsHasChanged() {
        assertThat(everythingOfTheirs()).isEqualTo(before);
    }

    private static Map<String, String> everythingOfTheirs() {
        var all = new TreeMap<String, String>();
        for (Listing listing : theirs.api().listings()) {
            if (!listing.path()
                    .matches(".*(activities/activities|sessions|login-attempts).*")) { // they tell of our reading
                theirs.path(listing.list())
                        .ifPresent(path -> all.put(
                                path,
                                theirs.admin()
                                        .get(path + "?limit=200")
                                        .expect(200)
                                        .text()));
            }
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> isUnknownInAPath() {
        return Named.some(ours.api().operations().stream()
                .filter(Operation::hasPathParameters)
                .map(o -> dynamicTest(o.toString(), () -> {
                    Optional<String> path = theirs.path(o);
                    Assumptions.assumeTrue(path.isPresent() && !path.equals(ours.path(o)), () -> "nothing foreign");
                    Attempt.of(o, ours.samples())
                            .by(ours.admin().ifMatch("*"), path.get())
                            .expectProblem(404, "not-found");
                })));
    }

    @TestFactory
    Stream<DynamicTest> chooseNothingAsAFilter() {
        return Named.some(ours.api().listings().stream().flatMap(listing -> listing.filters().stream()
                .filter(filter -> filter.schema().path("format").asText().equals("uuid"))
                .filter(filter -> !filter.name().endsWith(".ne")) // which chooses all but theirs
                .map(filter -> dynamicTest(listing + "?" + filter.name(), () -> {
                    Optional<String> path = ours.path(listing.list());
                    Assumptions.assumeTrue(path.isPresent(), "no record to stand below");
                    for (String id : idsOfTheirs()) {
                        Answer page = ours.admin().get(path.get() + "?" + filter.name() + "=" + id);
                        assertThat(page.status()).as(page.text()).isIn(200, 404);
                        assertThat(page.body().path("items")).isEmpty();
                    }
                }))));
    }

    @TestFactory
    Stream<DynamicTest> isRefusedInABody() {
        var tests = new ArrayList<DynamicTest>();
        for (Operation operation : ours.api().operations(o -> o.bodyType().isPresent())) {
            operation.body().path("properties").properties().forEach(property -> {
                JsonNode schema = ours.api().schemas().plain(property.getValue());
                if (schema.path("format").asText().equals("uuid")
                        && !schema.path("readOnly").asBoolean()) {
                    tests.add(dynamicTest(
                            operation + " " + property.getKey(), () -> inBody(operation, property.getKey())));
                }
            });
        }
        return Named.some(tests.stream());
    }

    private void inBody(Operation operation, String property) {
        Optional<String> path = ours.path(operation);
        Assumptions.assumeTrue(path.isPresent(), "no record to try");
        ObjectNode foreign = theirs.samples().most(operation.body());
        Assumptions.assumeTrue(foreign.has(property), "nothing foreign to name");
        ObjectNode body = operation.method().equals("PATCH")
                ? Client.JSON.createObjectNode()
                : ours.samples().least(operation.body());
        body.set(property, foreign.get(property));
        boolean changes = !operation.method().equals("POST") && ours.api().has("GET", operation.path());
        Client client = changes
                ? ours.admin().ifMatch(ours.read(operation.path(), path.get()).etag())
                : operation.hasPathParameters() ? ours.admin().ifMatch("*") : ours.admin();

        Answer answer =
                Attempt.of(operation, ours.samples()).with(body.toString()).by(client, path.get());

        assertThat(answer.status())
                .as(body + " was answered by " + answer.text())
                .isIn(403, 404, 409, 422);
        assertThat(answer.text())
                .as("nothing is told of what is theirs")
                .doesNotContain(theirs.tenant().slug());
    }

    private static List<String> idsOfTheirs() {
        return Stream.of("customers/customers/{id}", "users/users/{id}", "customers/contacts/{id}")
                .map(template -> theirs.fill(template).orElseThrow().replaceFirst(".*/", ""))
                .toList();
    }
}
