package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Optional;

/** A request of an operation with everything it needs, ready for any caller and address. */
record Attempt(Operation operation, Optional<String> body, JsonNode fields, String query) {

    /** With the least body that its schema allows, and the query parameters it cannot do without. */
    static Attempt of(Operation operation, Samples samples) {
        Optional<String> body =
                operation.bodyType().map(type -> samples.least(operation.body()).toString());
        var query = new ArrayList<String>();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("query") && parameter.required()) {
                String value =
                        samples.value(parameter.name(), parameter.schema()).asText();
                query.add(parameter.name() + "=" + ListChecks.encoded(value));
            }
        }
        JsonNode fields = operation.takesForm() ? samples.least(operation.input()) : MissingNode.getInstance();
        return new Attempt(operation, body, fields, query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    Attempt with(String otherBody) {
        return new Attempt(operation, Optional.of(otherBody), fields, query);
    }

    /** Sends it. */
    Answer by(Client client, String address) {
        if (body.isEmpty() && operation.takesForm()) {
            return client.send(operation.method(), address + query, Form.of(operation, fields));
        }
        return client.send(
                operation.method(),
                address + query,
                body.orElse(null),
                body.isPresent() ? operation.bodyType().orElse("application/json") : null);
    }
}
