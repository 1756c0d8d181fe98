package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** What every collection promises that takes records: they are there afterwards, or nothing is. */
final class CreationChecks {

    private static final int REPEATS = 5;

    private static final int MOST_AT_ONCE = 1000;

    private final World world;
    private final Listing listing;
    private final Client admin;
    private Optional<String> home = Optional.empty();

    CreationChecks(World world, Listing listing) {
        this.world = world;
        this.listing = listing;
        this.admin = world.admin();
    }

    private Optional<Operation> creating() {
        return listing.creating().filter(o -> o.node().path("responses").has("201"));
    }

    private Optional<Operation> bulk() {
        return listing.api().find("POST", listing.path() + "/bulk");
    }

    Stream<DynamicNode> all() {
        var tests = new ArrayList<DynamicNode>();
        creating().ifPresent(create -> {
            tests.add(dynamicTest(
                    "makes a record of the least it needs, and tells where it is", () -> makes(create, false)));
            tests.add(dynamicTest("makes a record of all it can have", () -> makes(create, true)));
            listing.onOne("DELETE").ifPresent(o -> {
                tests.add(dynamicTest("deletes what was made, once", () -> deletes(create)));
                tests.add(dynamicTest(
                        "refuses to delete under an If-Match that is stale", () -> deletesUnderIfMatch(create)));
            });
        });
        bulk().ifPresent(bulk -> {
            tests.add(dynamicTest("makes several at once", () -> makesSeveral(bulk)));
            tests.add(
                    dynamicTest("makes all of several or none, and points at the one at fault", () -> allOrNone(bulk)));
            tests.add(dynamicTest("makes at least one and at most 1,000 at once", () -> bounds(bulk)));
        });
        return tests.stream();
    }

    private String address() {
        if (home.isEmpty()) {
            home = Optional.of(ListChecks.address(world, listing));
        }
        return home.get();
    }

    /** Below the first parent that takes one. */
    private Answer make(Operation create, boolean all) {
        Answer made = make(create, all, address());
        for (String place :
                made.status() == 201 ? List.<String>of() : world.places(listing).toList()) {
            made = make(create, all, place);
            if (made.status() == 201) {
                home = Optional.of(place);
                return made;
            }
        }
        return made;
    }

    private Answer make(Operation create, boolean all, String place) {
        return world.make(
                create,
                place,
                all ? world.fresh().most(create.input()) : world.fresh().least(create.input()));
    }

    /** Refused by a rule of its own that the document names, as one that there may be only so many. */
    private static boolean full(Operation create, Answer refusal) {
        return refusal.status() == 409
                || (refusal.status() == 422
                        && !refusal.problem().equals("validation-failed")
                        && create.declares(refusal));
    }

    private Answer accepted(Operation create, boolean all) {
        Answer made = make(create, all);
        Assumptions.assumeFalse(full(create, made) && !all, () -> "only so many can be there: " + made.text());
        Assumptions.assumeFalse(
                made.status() != 201 && world.lacking(create).isPresent(),
                () -> "it needs a record in another state: " + world.lacking(create));
        assertThat(made.status()).as("answered by %s", made.text()).isEqualTo(201);
        return made;
    }

    private void makes(Operation create, boolean all) {
        Answer made = accepted(create, all);

        assertThat(made.id()).isNotEmpty();
        assertThat(made.header("Location").orElse("")).endsWith("/api/v1/" + address() + "/" + made.id());
        made.body().fieldNames().forEachRemaining(name -> assertThat(
                        create.answer().path("properties").has(name))
                .as("%s is in the schema", name)
                .isTrue());
        if (listing.onOne("GET").isPresent() && made.header("ETag").isPresent()) {
            Answer read = admin.get(address() + "/" + made.id()).expect(200);
            assertThat(read.etag()).isEqualTo(movedOn(made, read) ? tagOf(read) : made.etag());
        }
        assertThat(walk()).contains(made.id());
    }

    private List<String> walk() {
        return ListChecks.walkAll(admin, address(), 200);
    }

    private void deletes(Operation create) {
        String id = accepted(create, false).id();
        String record = address() + "/" + id;

        admin.delete(record).expect(204);
        if (listing.onOne("GET").isPresent()) {
            admin.get(record).expectProblem(404, "not-found");
        }
        assertThat(walk()).doesNotContain(record.substring(record.lastIndexOf('/') + 1));
        admin.delete(record).expectProblem(404, "not-found");
    }

    private void deletesUnderIfMatch(Operation create) {
        Answer made = accepted(create, false);
        Assumptions.assumeTrue(made.header("ETag").isPresent(), "it has no version");
        String record = address() + "/" + made.id();

        admin.ifMatch("\"987654\"").delete(record).expectProblem(412, "precondition-failed");
        Answer deleted = admin.ifMatch(made.etag()).delete(record);
        for (int i = 0; i < REPEATS && deleted.status() == 412; i++) { // background work was there first
            deleted = admin.ifMatch(admin.get(record).expect(200).etag()).delete(record);
        }
        deleted.expect(204);
    }

    /** Whether background work has changed the record since. */
    private static boolean movedOn(Answer made, Answer read) {
        return read.body().path("version").asInt() > made.body().path("version").asInt();
    }

    private static String tagOf(Answer read) {
        return "\"" + read.body().path("version").asInt() + "\"";
    }

    /** Bodies of records in the envelope in which they are sent together. */
    private ObjectNode several(Operation bulk, int count) {
        JsonNode item = listing.api()
                .schemas()
                .plain(bulk.body().path("properties").path("items").path("items"));
        ObjectNode body = Client.JSON.createObjectNode();
        ArrayNode items = body.putArray("items");
        for (int i = 0; i < count; i++) {
            items.add(
                    count > MOST_AT_ONCE
                            ? world.samples().least(item)
                            : world.fresh().least(item));
        }
        return body;
    }

    private void makesSeveral(Operation bulk) {
        ObjectNode body = several(bulk, 3);
        long before = walk().size(); // some come with what others are made for

        Answer made = world.make(bulk, address() + "/bulk", body);

        Assumptions.assumeFalse(full(bulk, made), () -> "only so many can be there: " + made.text());
        made.expect(200);
        assertThat(ListChecks.ids(made)).hasSize(3).doesNotHaveDuplicates();
        assertThat(walk()).hasSize((int) before + 3).containsAll(ListChecks.ids(made));
    }

    private void allOrNone(Operation bulk) {
        ObjectNode body = several(bulk, 3);
        long before = walk().size();
        ((ObjectNode) body.path("items").path(1)).put("noSuchProperty", 1);

        Answer answer = admin.post(address() + "/bulk", body.toString()).expectProblem(422, "validation-failed");

        assertThat(Problems.pointers(answer)).contains("/items/1/noSuchProperty");
        assertThat(walk()).hasSize((int) before);
    }

    private void bounds(Operation bulk) {
        admin.post(address() + "/bulk", "{\"items\": []}").expectProblem(422, "validation-failed");
        admin.post(address() + "/bulk", "{}").expectProblem(422, "validation-failed");
        Answer many =
                admin.post(address() + "/bulk", several(bulk, MOST_AT_ONCE + 1).toString());
        assertThat(many.status()).isIn(413, 422);
    }
}
