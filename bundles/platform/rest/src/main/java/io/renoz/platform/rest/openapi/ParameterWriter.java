package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Versioned;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.platform.rest.operation.Types;
import io.renoz.rest.Tagged;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.validation.constraints.NotNull;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation: of its path, of its query, of its headers, and those of every list. */
final class ParameterWriter {

    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
    private static final List<String> RANGE = List.of("gt", "gte", "lt", "lte");

    private final SchemaBook book;

    ParameterWriter(SchemaBook book) {
        this.book = book;
    }

    ArrayNode of(Operation operation, boolean updates) {
        ArrayNode parameters = Nodes.array();
        path(operation, parameters);
        for (Parameter parameter : operation.method().getParameters()) {
            if (parameter.getType() == ListQuery.class) {
                list(operation, parameters);
            }
            declared(parameter, parameters);
        }
        headers(operation, updates, parameters);
        return parameters;
    }

    private void path(Operation operation, ArrayNode parameters) {
        IN_PATH.matcher(operation.path()).results().forEach(match -> {
            String name = match.group(1);
            ObjectNode schema = Arrays.stream(operation.method().getParameters())
                    .filter(p -> named(p, name))
                    .findFirst()
                    .map(p -> book.of(p.getParameterizedType()))
                    .orElseGet(() -> Nodes.type("string"));
            parameters.add(parameter(name, "path", schema, null).put("required", true));
        });
    }

    private static boolean named(Parameter parameter, String name) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        return path != null && path.value().equals(name);
    }

    private void declared(Parameter parameter, ArrayNode parameters) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        if (query == null && header == null) {
            return;
        }
        ObjectNode schema = book.of(parameter.getParameterizedType());
        Constraints.apply(parameter.getAnnotations(), schema);
        DefaultValue absent = parameter.getAnnotation(DefaultValue.class);
        if (absent != null && "string".equals(schema.path("type").asText())) {
            schema.put("default", absent.value());
        }
        String name = query == null ? header.value() : query.value();
        parameters.add(parameter(name, query == null ? "header" : "query", schema, null)
                .put("required", parameter.isAnnotationPresent(NotNull.class)));
    }

    private void list(Operation operation, ArrayNode parameters) {
        ObjectNode limit = Nodes.type("integer", "int32").put("minimum", 1).put("maximum", ListQuery.MAX_LIMIT);
        parameters.add(
                parameter("limit", "query", limit.put("default", ListQuery.DEFAULT_LIMIT), "Most records of a page"));
        parameters.add(
                parameter("cursor", "query", Nodes.type("string"), "Where the page begins: next of the page before"));
        Offer offer = Objects.requireNonNullElseGet(operation.offer(), Offer::nothing);
        if (!offer.sorts().isEmpty()) {
            parameters.add(listed("sort", sorts(offer), "What to sort by; - before what descends"));
        }
        parameters.add(parameter("count", "query", Nodes.type("boolean"), "Whether to count all that fits"));
        offer.filters().forEach((name, type) -> filter(name, type, offer, parameters));
    }

    private static ObjectNode sorts(Offer offer) {
        var names = new LinkedHashSet<String>();
        offer.sorts().stream().map(name -> name.replaceFirst("^-", "")).forEach(name -> {
            names.add(name);
            names.add("-" + name);
        });
        return Nodes.type("string").set("enum", Nodes.texts(names));
    }

    private void filter(String name, Class<?> type, Offer offer, ArrayNode parameters) {
        parameters.add(parameter(name, "query", book.of(type), null));
        if (offer.plain().contains(name)) {
            parameters.add(parameter(name + ".ne", "query", book.of(type), null));
            parameters.add(listed(name + ".in", book.of(type), "One of these"));
        }
        if (offer.ranged().contains(name)) {
            RANGE.forEach(suffix -> parameters.add(parameter(name + "." + suffix, "query", book.of(type), null)));
        }
    }

    /** Values in one parameter, separated by commas. */
    private static ObjectNode listed(String name, ObjectNode of, String description) {
        return parameter(name, "query", Nodes.type("array").set("items", of), description)
                .put("style", "form")
                .put("explode", false);
    }

    private static void headers(Operation operation, boolean updates, ArrayNode parameters) {
        ObjectNode text = Nodes.type("string");
        boolean record = operation.path().contains("{")
                || operation.verb().equals("PUT")
                || operation.verb().equals("PATCH");
        Class<?> answer = Types.raw(operation.answer());
        if (operation.reading()) {
            if (operation.download() || answer == Tagged.class || Versioned.class.isAssignableFrom(answer)) {
                parameters.add(parameter("If-None-Match", "header", text, "ETag of what the caller has"));
            }
            if (operation.download()) {
                parameters.add(parameter("Range", "header", text, "The part that is wanted: bytes=0-1023"));
                parameters.add(parameter("If-Range", "header", text, "ETag of what the caller has the beginning of"));
            }
        } else if (record && operation.plane() != Plane.ANONYMOUS) {
            parameters.add(parameter("If-Match", "header", text, "ETag of the record as the caller knows it")
                    .put("required", updates));
        }
        if (operation.verb().equals("POST") && operation.plane() == Plane.TENANT) {
            parameters.add(parameter(
                    "Idempotency-Key",
                    "header",
                    Nodes.type("string").put("maxLength", 255),
                    "Makes a repetition safe: within 24 hours it gets the first answer"));
        }
    }

    static ObjectNode parameter(String name, String in, ObjectNode schema, @Nullable String description) {
        ObjectNode parameter = Nodes.object().put("name", name).put("in", in);
        if (description != null) {
            parameter.put("description", description);
        }
        return parameter.set("schema", schema);
    }
}
