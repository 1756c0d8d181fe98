package io.renoz.rest;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an operation that takes a file. It comes as {@code multipart/form-data} with one part {@code file} and a part for
 * each field of {@code F}, or, where the method's {@code @Consumes} names other media types, as the file itself.
 *
 * <p>The platform has taken in all of it before the call's transaction begins: to a temporary file, up to the resource's {@link
 * Resource#largestFile limit}, never into memory. The fields are checked like a JSON body.
 *
 * @param fields what came with the file; a record
 * @param name of the file as sent, with no folders; {@code file} where none was
 * @param mediaType as sent, in lower case and without parameters; empty where none was. Nobody has looked at the bytes yet: see
 *     {@link io.renoz.blob.ContentTypes}
 * @param length in bytes
 * @param sha256 of the bytes, 64 hexadecimal digits in lower case
 * @param content the bytes, until the answer is out
 */
public record Upload<F>(F fields, String name, String mediaType, long length, String sha256, Content content) {

    /** Bytes that can be read again. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }

    /** For a file that comes alone. */
    public record NoFields() {}

    /** The bytes from the first on; the caller closes the stream. */
    public InputStream open() throws IOException {
        return content.open();
    }
}
