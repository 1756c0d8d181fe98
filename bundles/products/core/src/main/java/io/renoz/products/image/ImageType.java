package io.renoz.products.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** PRD-21: the pictures that are taken, told by their bytes and not by their names. */
enum ImageType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif");

    private static final int LOOK = 12;
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int FORM = 8;

    final String mediaType;
    final String ending;

    ImageType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static Optional<ImageType> of(InputStream content) throws IOException {
        byte[] start = content.readNBytes(LOOK);
        if (begins(start, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (begins(start, PNG_START)) {
            return Optional.of(PNG);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        return text.startsWith("RIFF") && text.startsWith("WEBP", FORM) ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
