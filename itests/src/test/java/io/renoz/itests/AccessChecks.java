package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Who may call what, and by which verb. */
final class AccessChecks {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final World world;
    private final World other;
    private final Map<String, String> badTokens;
    private final JsonNode refusal;

    /**
     * @param other another tenant's
     * @param badTokens values of Authorization that let nobody in, by what is wrong with them
     */
    AccessChecks(World world, World other, Map<String, String> badTokens) {
        this.world = world;
        this.other = other;
        this.badTokens = badTokens;
        this.refusal = Problems.lasting(Client.anonymous().get("modules").expectProblem(401, "unauthenticated"));
    }

    Stream<DynamicNode> of(Operation operation) {
        var tests = new ArrayList<DynamicNode>();
        if (!operation.anonymous()) {
            tests.add(dynamicTest("lets nobody in without a token", () -> stranger(operation, Client.anonymous())));
            badTokens.forEach((what, header) -> tests.add(dynamicTest(
                    "lets nobody in with a token that is " + what,
                    () -> stranger(operation, Client.anonymous().with("Authorization", header)))));
        }
        if (!operation.answer().isMissingNode() && (operation.method().equals("GET") || operation.anonymous())) {
            tests.add(dynamicTest("has no plain text", () -> plainText(operation)));
        }
        if (operation.hasPathParameters()) {
            tests.add(dynamicTest("knows nothing of another tenant's records", () -> foreign(operation)));
        }
        return tests.stream();
    }

    /** Tests of the verbs that a path does not have. */
    Stream<DynamicNode> ofPath(String path) {
        Set<String> offered = offered(path);
        return VERBS.stream()
                .filter(verb -> !offered.contains(verb) && !elsewhere(verb, path))
                .map(verb -> dynamicTest("has no " + verb, () -> wrongVerb(verb, path, offered)));
    }

    private Set<String> offered(String path) {
        return world.api().operations().stream()
                .filter(o -> Api.nameless(o.path()).equals(Api.nameless(path)))
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the verb belongs to another path that fits too, as {@code customers/{id}} fits {@code customers/bulk}. */
    private boolean elsewhere(String verb, String path) {
        String address = Api.nameless(path).replace("{}", "00000000-0000-7000-8000-000000000000");
        return world.api().operations().stream()
                .filter(o -> o.method().equals(verb))
                .anyMatch(o -> address.matches(Api.nameless(o.path()).replace("{}", "[^/]+")));
    }

    /** USR-02: the same answer, whatever is wrong with the token. */
    private void stranger(Operation operation, Client client) {
        Answer answer = Attempt.of(operation, world.samples()).by(client, world.address(operation));

        answer.expectProblem(401, "unauthenticated");
        assertThat(Problems.lasting(answer)).isEqualTo(refusal);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    private void wrongVerb(String verb, String path, Set<String> offered) {
        String body = verb.equals("GET") || verb.equals("DELETE") ? null : "{}";
        Answer answer = world.admin().send(verb, world.address(path), body, body == null ? null : "application/json");

        answer.expectProblem(405, "method-not-allowed");
        assertThat(Set.of(answer.header("Allow").orElse("").split(",\\s*")))
                .as("Allow")
                .containsAll(offered);
        assertThat(answer.header("Allow").orElse("")).as("Allow").doesNotContain(verb);
    }

    private void plainText(Operation operation) {
        Attempt attempt = Attempt.of(operation, world.samples());
        String address = world.address(operation);

        Answer answer = attempt.by(world.admin().with("Accept", "text/plain"), address);

        answer.expectProblem(406, "not-acceptable");
    }

    /** 404, never 403 and never 200: nobody learns that the record is there. */
    private void foreign(Operation operation) {
        var addresses = new ArrayList<String>();
        other.path(operation).ifPresent(addresses::add);
        mixed(operation.path()).ifPresent(addresses::add);
        addresses.removeIf(address -> shared(operation, address));
        org.junit.jupiter.api.Assumptions.assumeFalse(addresses.isEmpty(), () -> "nothing foreign: " + other.refused());
        for (String address : addresses) {
            Answer answer =
                    Attempt.of(operation, world.samples()).by(world.admin().ifMatch("*"), address);

            answer.expectProblem(404, "not-found");
        }
    }

    /** Our own record with another tenant's part. */
    private java.util.Optional<String> mixed(String path) {
        int last = path.lastIndexOf("/{");
        if (path.indexOf('{') >= last) {
            return java.util.Optional.empty();
        }
        String before = path.substring(0, last);
        return other.fill(path.substring(0, path.indexOf('}', last) + 1)).flatMap(foreign -> world.fill(before)
                .map(own -> own
                        + foreign.substring(foreign.lastIndexOf('/'))
                        + path.substring(path.indexOf('}', last) + 1)));
    }

    /** Whether the address names nothing of the other tenant alone, as that of a module does not. */
    private boolean shared(Operation operation, String address) {
        return !address.matches(".*[0-9a-f]{8}-[0-9a-f-]{27}.*")
                || address.equals(world.path(operation).orElse(""));
    }
}
