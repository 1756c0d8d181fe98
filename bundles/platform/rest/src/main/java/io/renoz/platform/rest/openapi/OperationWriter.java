package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Versioned;
import io.renoz.platform.rest.operation.Mount;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.platform.rest.operation.Types;
import io.renoz.rest.Accepted;
import io.renoz.rest.Created;
import io.renoz.rest.Summary;
import io.renoz.rest.Tagged;
import io.renoz.rest.Updates;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;

/** Writes operations of one application as OpenAPI. Not thread-safe. */
final class OperationWriter {

    private static final String JSON = "application/json";

    private final Mount mount;
    private final SchemaBook book;
    private final ParameterWriter parameters;
    private final Set<String> ids = new HashSet<>();

    OperationWriter(Mount mount, SchemaBook book) {
        this.mount = mount;
        this.book = book;
        this.parameters = new ParameterWriter(book);
    }

    ObjectNode write(Operation operation) {
        ObjectNode node = Nodes.object().put("operationId", id(operation)).put("summary", summary(operation));
        node.set("tags", Nodes.array().add(mount.label()));
        boolean updates = updates(operation);
        ArrayNode known = parameters.of(operation, updates);
        if (!known.isEmpty()) {
            node.set("parameters", known);
        }
        body(operation).ifPresent(body -> node.set("requestBody", body));
        ObjectNode responses = Nodes.object();
        success(operation, responses);
        Refusals.add(operation, updates, responses);
        node.set("responses", responses);
        if (operation.plane() == Plane.ANONYMOUS) {
            node.set("security", Nodes.array());
        } else if (!operation.free()) {
            node.put("x-renoz-permission", operation.permission());
        }
        return node;
    }

    /** Whether it is an update that needs an If-Match. */
    private static boolean updates(Operation operation) {
        return operation.method().getDeclaringClass() == Updates.class
                || (operation.verb().equals("PATCH")
                        && operation.body() != null
                        && Types.raw(operation.body()) == Patch.class);
    }

    private String id(Operation operation) {
        String base = String.join("_", Words.fixed(operation.path()))
                .replace('-', '_')
                .replace('.', '_');
        String whole = mount.name().isEmpty() ? "platform_" + base : base;
        String id = whole + act(operation);
        if (!ids.add(id)) { // two paths that differ in their parameters alone
            id += "_by_"
                    + operation
                            .path()
                            .replaceAll("[^{]*\\{([^}]*)}[^{]*", "$1_")
                            .replaceAll("\\W", "_");
            ids.add(id);
        }
        return id;
    }

    /** What is done, as the end of an id. */
    private static String act(Operation operation) {
        String name = operation.method().getName();
        if (verb(operation)) {
            return name.equals("createAll") ? "" : "_" + name;
        }
        return switch (operation.verb()) {
            case "POST" -> "";
            case "GET" -> pages(operation.answer()) ? "_list" : "_get";
            default -> "_" + operation.verb().toLowerCase(Locale.ROOT);
        };
    }

    private static boolean pages(Type answer) {
        Class<?> raw = Types.raw(answer);
        return raw == Page.class || (raw == Tagged.class && Types.raw(Types.argument(answer)) == Page.class);
    }

    private static boolean verb(Operation operation) {
        return operation.method().getDeclaringClass().getPackageName().equals("io.renoz.rest");
    }

    private static String summary(Operation operation) {
        return operation.said(Summary.class).map(Summary::value).orElseGet(() -> sentence(operation));
    }

    private static String sentence(Operation operation) {
        List<String> fixed = Words.fixed(operation.path());
        String last = fixed.isEmpty() ? "" : fixed.get(fixed.size() - 1).replace('-', ' ');
        String noun = Words.noun(operation.resource().getClass());
        if (verb(operation)) {
            return switch (operation.method().getName()) {
                case "list" -> "List " + last;
                case "get" -> "Get " + Words.article(noun);
                case "create" -> "Create " + Words.article(noun);
                case "createAll" -> "Create up to 1,000 at once, all or none (" + noun + ")";
                case "update" -> "Change " + Words.article(noun);
                default -> "Delete " + Words.article(noun);
            };
        }
        return Words.capital(Words.split(operation.method().getName())) + " (" + noun + ", " + last + ")";
    }

    private Optional<ObjectNode> body(Operation operation) {
        Type type = operation.body();
        if (type == null) {
            return Optional.empty();
        }
        if (operation.upload()) {
            return Optional.of(FileSchemas.upload(operation, book));
        }
        Class<?> raw = Types.raw(type);
        List<String> media = Optional.ofNullable(operation.method().getAnnotation(Consumes.class))
                .map(c -> List.of(c.value()))
                .orElseGet(() -> raw == Patch.class ? List.of("application/merge-patch+json", JSON) : List.of(JSON));
        ObjectNode body = Nodes.object().put("required", raw != Optional.class);
        return Optional.of(body.set("content", Nodes.content(book.of(type), media)));
    }

    private void success(Operation operation, ObjectNode responses) {
        Class<?> raw = Types.raw(operation.answer());
        if (raw == void.class && !operation.async()) {
            responses.set("204", Nodes.object().put("description", "Done"));
            return;
        }
        if (raw == Accepted.class) {
            responses.set("202", Nodes.object().put("description", "Accepted"));
            return;
        }
        if (operation.download()) {
            FileSchemas.download(operation, responses);
            return;
        }
        boolean created = raw == Created.class;
        ObjectNode answer = Nodes.object().put("description", created ? "Created" : "Done");
        ObjectNode headers = Nodes.object();
        if (created) {
            headers.set("Location", header("Address of the record"));
        }
        boolean tagged = raw == Tagged.class || Versioned.class.isAssignableFrom(raw);
        if (created || tagged) {
            headers.set("ETag", header("Version of the record, for If-Match"));
        }
        if (pages(operation.answer())) {
            headers.set("Link", header("Address of the next page, if there is one"));
        }
        if (!headers.isEmpty()) {
            answer.set("headers", headers);
        }
        List<String> media = Optional.ofNullable(operation.method().getAnnotation(Produces.class))
                .map(p -> List.of(p.value()))
                .orElse(List.of(JSON));
        boolean open = raw == Response.class || raw == void.class;
        answer.set("content", Nodes.content(open ? open(media) : book.of(operation.answer()), media));
        responses.set(created ? "201" : "200", answer);
        if (operation.reading() && tagged) {
            responses.set("304", Nodes.object().put("description", "The caller has it already"));
        }
    }

    private static ObjectNode open(List<String> media) {
        return media.get(0).contains("json") ? Nodes.object() : Nodes.type("string", "binary");
    }

    static ObjectNode header(String description) {
        return Nodes.object().put("description", description).set("schema", Nodes.type("string"));
    }
}
