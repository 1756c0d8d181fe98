package io.renoz.platform.rest.file;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files in headers. */
final class FileNames {

    private static final String NONE = "file";
    private static final int LONGEST = 255;
    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** The name in a Content-Disposition, if one is there. */
    static String sent(@Nullable String disposition) {
        if (disposition == null) {
            return NONE;
        }
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            try {
                return last(URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return NONE;
            }
        }
        Matcher plain = PLAIN.matcher(disposition);
        return plain.find() ? last(plain.group(1) == null ? plain.group(2) : plain.group(1)) : NONE;
    }

    /** A name without the folders that some senders put before it, and without what no header can carry. */
    static String last(@Nullable String sent) {
        if (sent == null) {
            return NONE;
        }
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() || name.equals(".") || name.equals("..")
                ? NONE
                : name.substring(0, Math.min(name.length(), LONGEST));
    }

    /** The Content-Disposition for a name, for old readers in ASCII and for all others as it is (RFC 6266). */
    static String disposition(String name, boolean inline) {
        String clean = last(name);
        String ascii = clean.replaceAll("[^A-Za-z0-9 ._()+=@~-]", "_");
        String extended = URLEncoder.encode(clean, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended;
    }
}
