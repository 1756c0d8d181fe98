package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list that can be paged, and what can be done with its records. */
record Listing(Operation list) {

    private static final Set<String> PAGING = Set.of("limit", "cursor", "sort", "count");

    String path() {
        return list.path();
    }

    Api api() {
        return list.api();
    }

    /** The last part of the path: {@code customers}. */
    String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    Optional<Operation> creating() {
        return api().find("POST", path());
    }

    /** The operation on one record. */
    Optional<Operation> onOne(String method) {
        return api().operations().stream()
                .filter(o -> o.method().equals(method) && Api.nameless(o.path()).equals(Api.nameless(path()) + "/{}"))
                .findFirst();
    }

    /** Schema of a record in the list, plain. */
    JsonNode item() {
        return api().schemas()
                .plain(list.answer().path("properties").path("items").path("items"));
    }

    /** Query parameters that choose among the records. */
    List<Operation.Parameter> filters() {
        return list.parameters().stream()
                .filter(p -> p.in().equals("query") && !PAGING.contains(p.name()))
                .toList();
    }

    /** Fields by which it can be sorted, without signs. */
    List<String> sorts() {
        JsonNode schema =
                list.parameter("sort").map(Operation.Parameter::schema).orElse(list.node());
        return Schemas.texts(api().schemas().plain(schema.path("items")).path("enum")).stream()
                .map(name -> name.replaceFirst("^-", ""))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return path();
    }

    /** How far its path is the same as another: custom fields tell more of the values of such fields than files do. */
    int alike(String other) {
        int end = 0;
        while (end < Math.min(path().length(), other.length()) && path().charAt(end) == other.charAt(end)) {
            end++;
        }
        return end;
    }
}
