package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an OpenAPI document offers to the caller it was made for. Paths are relative to {@code /api/v1/}. */
final class Api {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String ROOT = "/api/v1/";

    private final JsonNode document;
    private final Schemas schemas;
    private final List<Operation> operations;

    private Api(JsonNode document) {
        this.document = document;
        this.schemas = new Schemas(document);
        this.operations = List.copyOf(read());
    }

    static Api of(JsonNode document) {
        return new Api(document);
    }

    /** As the caller sees it now. */
    static Api of(Client caller) {
        return of(caller.get("openapi.json").expect(200).body());
    }

    private List<Operation> read() {
        String server = document.path("servers").path(0).path("url").asText("").replaceAll("^https?://[^/]+", "");
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (METHODS.contains(verb.getKey())) {
                        String whole = (server + path.getKey()).replaceAll("/+", "/");
                        if (!whole.startsWith(ROOT)) {
                            throw new AssertionError("a path outside of " + ROOT + ": " + whole);
                        }
                        all.add(new Operation(
                                this,
                                verb.getKey().toUpperCase(java.util.Locale.ROOT),
                                whole.substring(ROOT.length()),
                                verb.getValue(),
                                path.getValue().path("parameters")));
                    }
                }));
        return all;
    }

    JsonNode document() {
        return document;
    }

    Schemas schemas() {
        return schemas;
    }

    List<Operation> operations() {
        return operations;
    }

    /** As {@code GET customers/customers}. */
    Set<String> names() {
        return operations.stream().map(Operation::toString).collect(Collectors.toSet());
    }

    List<Operation> operations(Predicate<Operation> which) {
        return operations.stream().filter(which).toList();
    }

    /** The operation at a path, whatever its parameters are called. */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(o -> o.method().equals(method) && nameless(o.path()).equals(nameless(path)))
                .findFirst();
    }

    boolean has(String method, String path) {
        return find(method, path).isPresent();
    }

    /** All lists that can be paged. */
    List<Listing> listings() {
        return operations.stream()
                .filter(o -> o.method().equals("GET") && o.parameter("cursor").isPresent())
                .map(Listing::new)
                .toList();
    }

    static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
