package io.renoz.platform.rest.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param from the first byte, counted from 0
 * @param length how many; 0 when the file has none of what was asked for
 */
record ByteRange(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*([0-9]{0,18})\\s*-\\s*([0-9]{0,18})\\s*");

    /** What a Range header asks of a file; empty when it is to be taken as not sent: several ranges, and what is none. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(range.group(2)), size);
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = Long.parseLong(range.group(1));
        long end = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        if (end < from) {
            return Optional.empty();
        }
        return Optional.of(
                from >= size ? new ByteRange(from, 0) : new ByteRange(from, Math.min(end, size - 1) - from + 1));
    }

    boolean satisfiable() {
        return length > 0;
    }

    /** As in a Content-Range. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
