package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** What every list promises about pages. */
final class ListChecks {

    private static final int MOST_STEPS = 12;

    private final World world;
    private final Listing listing;
    private final Client admin;

    ListChecks(World world, Listing listing) {
        this.world = world;
        this.listing = listing;
        this.admin = world.admin();
    }

    Stream<DynamicNode> all() {
        return Stream.of(
                dynamicTest("has records to try", this::hasRecords),
                dynamicTest("gives a page of what its schema says", this::page),
                dynamicTest("is walked in steps of one by next and by Link", this::walk),
                dynamicTest("is walked to its end without loss or repetition", this::wholeWalk),
                dynamicTest("counts when asked", this::count),
                dynamicTest("refuses a limit of 0", () -> refused("limit", "0")),
                dynamicTest("refuses a limit of 201", () -> refused("limit", "201")),
                dynamicTest("refuses a limit that is no number", () -> refused("limit", "x")),
                dynamicTest("refuses a limit given twice", this::twice),
                dynamicTest("refuses a count that is no flag", () -> refused("count", "maybe")),
                dynamicTest("refuses a cursor it never gave", () -> refused("cursor", "bm9uc2Vuc2U")),
                dynamicTest("refuses a sort it does not offer", () -> refused("sort", "noSuchField")),
                dynamicTest("refuses a filter it does not offer", () -> refused("noSuchFilter", "1")));
    }

    /** The address of the list; the test is left out when it belongs to a record that there is none of. */
    static String address(World world, Listing listing) {
        Optional<String> path = world.inhabited(listing);
        Assumptions.assumeTrue(path.isPresent(), () -> "no record to stand below: " + world.refused());
        return path.orElseThrow();
    }

    private String address() {
        return address(world, listing);
    }

    private void hasRecords() {
        address();
        boolean takes = listing.creating()
                .filter(o -> o.node().path("responses").has("201"))
                .isPresent();
        Assumptions.assumeTrue(takes, "it takes no records");

        List<JsonNode> records = world.records(listing);
        Optional<String> lacking = listing.creating().flatMap(world::lacking);
        Assumptions.assumeFalse(
                records.isEmpty() && lacking.isPresent(), () -> "it needs a record in another state: " + lacking);
        assertThat(records)
                .as("records made from the schema; refused: " + world.refused().get(listing.path()))
                .isNotEmpty();
    }

    private void page() {
        world.records(listing);
        Answer page = admin.get(address()).expect(200);

        assertThat(page.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(page.body().path("items").isArray())
                .as("items of " + page.text())
                .isTrue();
        assertThat(page.body().path("items").size()).isLessThanOrEqualTo(50);
        JsonNode item = listing.item();
        assertThat(item.has("properties"))
                .as("the schema of the items is known")
                .isTrue();
        page.body().path("items").forEach(record -> record.fieldNames()
                .forEachRemaining(name -> assertThat(item.path("properties").has(name))
                        .as("%s is in the schema", name)
                        .isTrue()));
    }

    private void walk() {
        String address = address();
        List<String> all = ids(admin.get(address + "?limit=200").expect(200));
        String next = address + "?limit=1";
        var walked = new ArrayList<String>();
        for (int step = 0; next != null && step < MOST_STEPS; step++) {
            Answer page = admin.get(next).expect(200);
            assertThat(page.body().path("items").size()).as("items of " + next).isLessThanOrEqualTo(1);
            walked.addAll(ids(page));
            next = next(address, page);
        }

        assertThat(walked).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(all.subList(0, Math.min(all.size(), walked.size())));
        assertThat(walked.size()).isEqualTo(Math.min(all.size(), MOST_STEPS));
    }

    /** The next address, by the cursor; the Link header has to mean the same. */
    private String next(String address, Answer page) {
        String cursor = page.body().path("next").asText("");
        Optional<String> link = page.header("Link");
        assertThat(link.isPresent()).as("Link beside next of " + page.text()).isEqualTo(!cursor.isEmpty());
        if (link.isEmpty()) {
            return null;
        }
        assertThat(link.get()).matches("<[^>]+>; rel=\"next\"");
        String target = link.get().substring(1, link.get().indexOf('>')).replaceFirst("^(https?://[^/]+)?/api/v1/", "");
        Answer byLink = admin.get(target).expect(200);
        Answer byCursor =
                admin.get(address + "?limit=1&cursor=" + encoded(cursor)).expect(200);
        assertThat(ids(byLink)).isEqualTo(ids(byCursor));
        return target;
    }

    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void wholeWalk() {
        String address = address();
        List<String> before = walkAll(admin, address, 200);
        int step = Math.min(200, Math.max(2, before.size() / 5));
        List<String> walked = walkAll(admin, address, step);

        assertThat(walked).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(before);
    }

    /** The ids of all records, page by page. */
    static List<String> walkAll(Client admin, String address, int limit) {
        var walked = new ArrayList<String>();
        String cursor = "";
        do {
            String more = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
            Answer page = admin.get(address + "?limit=" + limit + more).expect(200);
            walked.addAll(ids(page));
            cursor = page.body().path("next").asText("");
        } while (!cursor.isEmpty());
        return walked;
    }

    private void count() {
        String address = address();
        Answer plain = admin.get(address).expect(200);
        Answer counted = admin.get(address + "?limit=1&count=true").expect(200);

        assertThat(plain.body().has("total")).as("total without count").isFalse();
        assertThat(counted.body().path("total").asInt(-1))
                .isEqualTo(walkAll(admin, address, 200).size());
    }

    private void refused(String parameter, String value) {
        refused(admin, address(), parameter, value);
    }

    /** A value that a query parameter cannot have is the caller's mistake, and the parameter is named. */
    static void refused(Client client, String address, String parameter, String value) {
        Answer answer = client.get(address + "?" + parameter + "=" + encoded(value));

        answer.expectProblem(422, "invalid-parameter");
        assertThat(Problems.pointers(answer)).as("pointers of " + answer.text()).containsExactly("?" + parameter);
    }

    private void twice() {
        admin.get(address() + "?limit=1&limit=2").expectProblem(422, "invalid-parameter");
    }

    static List<String> ids(Answer page) {
        return Schemas.elements(page.body().path("items")).stream()
                .map(record -> record.path("id").asText(record.toString()))
                .toList();
    }
}
