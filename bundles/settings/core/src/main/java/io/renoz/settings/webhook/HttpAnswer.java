package io.renoz.settings.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * How a server answered.
 *
 * @param excerpt the beginning of the body, at most 1,000 characters
 */
record HttpAnswer(int status, String excerpt) {

    private static final int MOST_BYTES = 4_000;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_BAD = 300;

    boolean good() {
        return status >= FIRST_GOOD && status < FIRST_BAD;
    }

    /** Reads until the beginning of the body is there; a body that breaks off, or does not come in time, counts for nothing. */
    static HttpAnswer of(ClassicHttpResponse response) {
        var bytes = new ByteArrayOutputStream();
        if (response.getEntity() != null) {
            try {
                InputStream body = response.getEntity().getContent();
                for (int c = body.read(); c >= 0 && bytes.size() < MOST_BYTES; c = body.read()) {
                    bytes.write(c);
                }
            } catch (IOException e) {
                return new HttpAnswer(response.getCode(), text(bytes)); // what came before is excerpt enough
            }
        }
        return new HttpAnswer(response.getCode(), text(bytes));
    }

    private static String text(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace("\0", "");
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
    }
}
