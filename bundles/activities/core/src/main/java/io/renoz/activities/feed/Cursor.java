package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityView;
import io.renoz.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The last entry of a page: entries of one moment follow each other by id. */
record Cursor(Instant createdAt, UUID id) {

    static Cursor after(ActivityView entry) {
        return new Cursor(entry.createdAt(), entry.id());
    }

    static Cursor read(String sent) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.parameter("cursor", "This is no cursor of this list.");
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
