package io.renoz.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells the platform to answer with a file: by ranges where they are asked for (RFC 9110), never run by a browser, and streamed
 * once the transaction of the call is over.
 *
 * @param name of the file, as people shall see it
 * @param mediaType of its bytes; {@code text/csv;charset=utf-8}
 * @param length in bytes
 * @param tag changes with the bytes; becomes the ETag, without quotes
 * @param inline whether a browser may show it in place of saving it; to be left to images, PDF and plain text
 * @param content where the bytes come from
 */
public record Download(String name, String mediaType, long length, String tag, boolean inline, Content content) {

    /** Bytes by ranges. */
    @FunctionalInterface
    public interface Content {

        /**
         * Some of them, outside of any transaction; the platform closes the stream.
         *
         * @param from the first, counted from 0
         * @param length how many; never more than there are
         */
        InputStream open(long from, long length) throws IOException;
    }

    public Download {
        if (length < 0) {
            throw new IllegalArgumentException("A file has a length.");
        }
    }

    /** A file to be saved. */
    public static Download of(String name, String mediaType, long length, String tag, Content content) {
        return new Download(name, mediaType, length, tag, false, content);
    }

    /** A small file that is in memory. */
    public static Download of(String name, String mediaType, byte[] bytes) {
        return of(
                name,
                mediaType,
                bytes.length,
                digest(bytes),
                (from, length) -> new ByteArrayInputStream(bytes, Math.toIntExact(from), Math.toIntExact(length)));
    }

    /** The same, to be shown in place of being saved. */
    public Download shown() {
        return new Download(name, mediaType, length, tag, true, content);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
