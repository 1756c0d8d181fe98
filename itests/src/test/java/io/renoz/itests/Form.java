package io.renoz.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@code multipart/form-data} with fields and the file that an operation takes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Form(byte[] bytes, String type) {

    private static final String BOUNDARY = "renoz-sample";

    /** Files so small that each of their types has just its signature. */
    private static final Map<String, byte[]> FILES = Map.of(
            "text/plain", "sample".getBytes(StandardCharsets.UTF_8),
            "text/csv", "name\nsample\n".getBytes(StandardCharsets.UTF_8),
            "application/pdf", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
            "image/png", HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));

    /** No two pictures are the same. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String OTHERWISE = "text/plain";

    static Form of(Operation operation, JsonNode fields) {
        var out = new ByteArrayOutputStream();
        fields.properties().forEach(field -> {
            JsonNode value = field.getValue();
            text(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n");
            text(out, (value.isTextual() ? value.asText() : value.toString()) + "\r\n");
        });
        String type = FILES.keySet().stream()
                .filter(operation.fileTypes()::contains)
                .findFirst()
                .orElse(OTHERWISE);
        text(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sample\"\r\n");
        text(out, "Content-Type: " + type + "\r\n\r\n");
        out.writeBytes(FILES.getOrDefault(type, new byte[0]));
        if (type.startsWith("image/")) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(COUNT.incrementAndGet())
                    .array());
        }
        text(out, "\r\n--" + BOUNDARY + "--\r\n");
        return new Form(out.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
