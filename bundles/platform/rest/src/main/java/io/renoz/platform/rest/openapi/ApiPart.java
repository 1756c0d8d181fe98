package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.platform.rest.operation.Mount;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operation.Plane;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one application has to say in OpenAPI documents: trees alone, so that nothing holds on to the module's classes.
 *
 * @param label the module, or {@code platform} or {@code operator}
 * @param digest of all it says, the same on every node
 */
public record ApiPart(
        String label, String title, List<Described> operations, Map<String, ObjectNode> schemas, String digest) {

    /** An operation and whom it is for. */
    record Described(
            String path, String verb, String module, Plane plane, boolean free, String permission, JsonNode node) {}

    public ApiPart {
        operations = List.copyOf(operations);
        schemas = Collections.unmodifiableMap(new TreeMap<>(schemas));
    }

    /** Describes operations. */
    public static ApiPart of(Mount mount, List<Operation> operations) {
        var book = new SchemaBook(mount.label());
        var writer = new OperationWriter(mount, book);
        List<Described> described = operations.stream()
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::verb))
                .map(o -> new Described(
                        o.path().replaceFirst("^/api/v1", ""),
                        o.verb().toLowerCase(java.util.Locale.ROOT),
                        o.module(),
                        o.plane(),
                        o.free(),
                        o.permission(),
                        writer.write(o)))
                .toList();
        String text = described + " " + book.all();
        return new ApiPart(mount.label(), mount.title(), described, book.all(), Digests.of(text));
    }
}
