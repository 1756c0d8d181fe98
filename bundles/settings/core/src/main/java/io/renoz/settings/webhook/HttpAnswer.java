package io.renoz.settings.webhook;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server answered.
 *
 * @param excerpt the beginning of the body, at most 1,000 characters
 */
record HttpAnswer(int status, String excerpt) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1[.][01] ([1-9][0-9]{2})(?: .*)?");
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_BYTES = 4_000;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    boolean good() {
        return status >= FIRST_FINAL && status < 300;
    }

    /** Reads until the beginning of the body is there; a body that breaks off, or does not come in time, counts for nothing. */
    static HttpAnswer read(InputStream in) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            Matcher line = STATUS.matcher(line(in));
            if (!line.matches()) {
                throw new ProtocolException("What answers does not speak HTTP.");
            }
            status = Integer.parseInt(line.group(1));
            headers = headers(in);
        } while (status < FIRST_FINAL);
        return new HttpAnswer(status, excerpt(status, headers, in));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed before the answer came.");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new ProtocolException("The answer has a line that is too long.");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new ProtocolException("The answer has too many headers.");
    }

    private static String excerpt(int status, Map<String, String> headers, InputStream in) {
        var bytes = new ByteArrayOutputStream();
        if (status != NO_CONTENT && status != NOT_MODIFIED) {
            try {
                if (headers.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("chunked")) {
                    chunks(in, bytes);
                } else {
                    some(in, bytes, length(headers));
                }
            } catch (IOException e) {
                return text(bytes); // what came before is excerpt enough
            }
        }
        return text(bytes);
    }

    private static long length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "");
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private static void some(InputStream in, ByteArrayOutputStream bytes, long most) throws IOException {
        for (long i = 0; i < most && bytes.size() < MOST_BYTES; i++) {
            int c = in.read();
            if (c < 0) {
                return;
            }
            bytes.write(c);
        }
    }

    private static void chunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        while (bytes.size() < MOST_BYTES) {
            String size = line(in).split(";", -1)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,8}") || size.matches("0+")) {
                return;
            }
            some(in, bytes, Long.parseLong(size, 16));
            line(in);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace("\0", "");
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
    }
}
