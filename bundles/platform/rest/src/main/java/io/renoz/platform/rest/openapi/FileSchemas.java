package io.renoz.platform.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renoz.platform.rest.file.UploadReader;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Types;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Produces;

/** Files in OpenAPI: bodies that bring one, answers that are one. */
final class FileSchemas {

    private FileSchemas() {}

    /** The body of an operation that takes a file. */
    static ObjectNode upload(Operation operation, SchemaBook book) {
        ObjectNode content = Nodes.object();
        List<String> alone = UploadReader.mediaTypes(operation).stream()
                .filter(media -> !media.startsWith("multipart/"))
                .toList();
        for (String media : UploadReader.mediaTypes(operation)) {
            content.set(
                    media,
                    alone.contains(media)
                            ? Nodes.object().set("schema", Nodes.type("string", "binary"))
                            : form(operation, book, alone));
        }
        return Nodes.object().put("required", true).set("content", content);
    }

    /** What may come alone may be the file of a form too. */
    private static ObjectNode form(Operation operation, SchemaBook book, List<String> alone) {
        ObjectNode fields = book.fields(Types.argument(operation.body() == null ? Object.class : operation.body()));
        ObjectNode properties = Nodes.object();
        properties.set("file", Nodes.type("string", "binary"));
        properties.setAll((ObjectNode) fields.path("properties"));
        ArrayNode required = Nodes.array().add("file");
        fields.path("required").forEach(required::add);
        ObjectNode schema = Nodes.type("object");
        schema.set("properties", properties);
        schema.set("required", required);
        ObjectNode form = Nodes.object().set("schema", schema);
        if (!alone.isEmpty()) {
            form.set(
                    "encoding",
                    Nodes.object().set("file", Nodes.object().put("contentType", String.join(", ", alone))));
        }
        return form;
    }

    /** The answers of an operation that answers with a file. */
    static void download(Operation operation, ObjectNode responses) {
        List<String> media = Optional.ofNullable(operation.method().getAnnotation(Produces.class))
                .map(p -> List.of(p.value()))
                .orElse(List.of("*/*"));
        ObjectNode content = Nodes.content(Nodes.type("string", "binary"), media);
        responses.set("200", answer("The file", content));
        if (operation.reading()) {
            ObjectNode part = answer("A part of it", content);
            ((ObjectNode) part.path("headers"))
                    .set("Content-Range", OperationWriter.header("Which part, and of how much"));
            responses.set("206", part);
            responses.set("304", Nodes.object().put("description", "The caller has it already"));
            ObjectNode none = Nodes.object().put("description", "range-not-satisfiable");
            none.set("headers", Nodes.object().set("Content-Range", OperationWriter.header("How much there is")));
            none.set(
                    "content",
                    Nodes.content(
                            Nodes.reference(Refusals.SCHEMA),
                            List.of(io.renoz.platform.rest.problem.ProblemWriter.TYPE)));
            responses.set("416", none);
        }
    }

    private static ObjectNode answer(String description, ObjectNode content) {
        ObjectNode headers = Nodes.object();
        headers.set("ETag", OperationWriter.header("Changes with the bytes"));
        headers.set("Content-Disposition", OperationWriter.header("Name of the file"));
        headers.set("Accept-Ranges", OperationWriter.header("bytes"));
        ObjectNode answer = Nodes.object().put("description", description);
        answer.set("headers", headers);
        return answer.set("content", content);
    }
}
