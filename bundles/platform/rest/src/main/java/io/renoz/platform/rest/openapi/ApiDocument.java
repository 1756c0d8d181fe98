package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.platform.rest.openapi.ApiPart.Described;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Joins parts to one document, of those operations that somebody may use, and of the schemas these need. */
final class ApiDocument {

    private ApiDocument() {}

    /**
     * @param own path of the document itself
     */
    static ObjectNode of(Collection<ApiPart> parts, Predicate<Described> wanted, String own) {
        String label = own.startsWith("/operator/") ? "operator" : "platform";
        var paths = new TreeMap<String, ObjectNode>();
        var needed = new HashSet<String>();
        ArrayNode tags = Nodes.array();
        for (ApiPart part : parts) {
            var used = part.operations().stream().filter(wanted).toList();
            used.forEach(operation -> {
                paths.computeIfAbsent(operation.path(), p -> Nodes.object()).set(operation.verb(), operation.node());
                Nodes.schemasIn(operation.node(), needed);
            });
            if (!used.isEmpty() || part.label().equals(label)) {
                tags.add(Nodes.object().put("name", part.label()).put("description", part.title()));
            }
        }
        paths.put(own, itself(label));
        ObjectNode document = Nodes.object().put("openapi", "3.0.3");
        document.set(
                "info",
                Nodes.object()
                        .put("title", "Renoz")
                        .put("version", "v1")
                        .put("description", "What you may use in your organization, and nothing else."));
        document.set("servers", Nodes.array().add(Nodes.object().put("url", "/api/v1")));
        document.set("tags", tags);
        ObjectNode items = Nodes.object();
        paths.forEach(items::set);
        document.set("paths", items);
        document.set("components", components(parts, needed));
        document.set("security", Nodes.array().add(Nodes.object().set("bearer", Nodes.array())));
        return document;
    }

    private static ObjectNode components(Collection<ApiPart> parts, Set<String> needed) {
        var all = new TreeMap<String, ObjectNode>();
        parts.forEach(part -> all.putAll(part.schemas()));
        ObjectNode schemas = Nodes.object();
        withAllTheyNeed(needed, all).forEach(schemas::set);
        schemas.set(Refusals.SCHEMA, Refusals.schema());
        ObjectNode components = Nodes.object();
        components.set("schemas", schemas);
        components.set("responses", Refusals.common());
        components.set(
                "securitySchemes",
                Nodes.object().set("bearer", Nodes.object().put("type", "http").put("scheme", "bearer")));
        return components;
    }

    private static Map<String, ObjectNode> withAllTheyNeed(Set<String> names, Map<String, ObjectNode> all) {
        var found = new TreeMap<String, ObjectNode>();
        var open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            ObjectNode schema = all.get(name);
            if (schema != null && found.putIfAbsent(name, schema) == null) {
                var inside = new HashSet<String>();
                Nodes.schemasIn(schema, inside);
                open.addAll(inside);
            }
        }
        return found;
    }

    private static ObjectNode itself(String label) {
        ObjectNode ok = Nodes.object().put("description", "The document");
        ok.set("content", Nodes.content(Nodes.type("object"), java.util.List.of("application/json")));
        ObjectNode responses = Nodes.object();
        responses.set("200", ok);
        responses.set("304", Nodes.object().put("description", "The caller has it already"));
        responses.set("401", Nodes.object().put("$ref", Nodes.RESPONSES + "unauthenticated"));
        ObjectNode get = Nodes.object().put("operationId", label + "_openapi").put("summary", "This document");
        get.set("tags", Nodes.array().add(label));
        get.set("responses", responses);
        return Nodes.object().set("get", get);
    }
}
