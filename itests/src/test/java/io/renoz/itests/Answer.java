package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the platform answered; {@code body} is a missing node when there was none. */
record Answer(int status, java.net.http.HttpHeaders headers, JsonNode body, String text) {

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The id of the record in the body. */
    String id() {
        return body.path("id").asText();
    }

    /** The ETag, to be sent as If-Match. */
    String etag() {
        return header("ETag").orElse("");
    }

    /** The slug of the problem in the body; empty when it is none. */
    String problem() {
        String type = body.path("type").asText();
        return type.startsWith("urn:renoz:problem:") ? type.substring("urn:renoz:problem:".length()) : "";
    }

    @Override
    public String toString() {
        return status + " " + text;
    }

    /** The same, if it is of that status; else the test fails and shows the body. */
    Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected " + wanted + " but was " + status + ": " + text);
        }
        return this;
    }

    /** The same, if it is that problem. */
    Answer expectProblem(int wanted, String slug) {
        expect(wanted);
        if (!problem().equals(slug)) {
            throw new AssertionError("expected problem " + slug + " but was: " + text);
        }
        return this;
    }
}
