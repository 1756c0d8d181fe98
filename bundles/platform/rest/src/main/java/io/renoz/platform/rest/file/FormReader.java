package io.renoz.platform.rest.file;

import io.renoz.platform.rest.file.Spool.Spooled;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/** Reads one {@code multipart/form-data} with one file in it, part by part as it comes. For one request. */
final class FormReader {

    /** Name of the part with the file. */
    static final String FILE = "file";

    private static final int TEXT = 65_536;
    private static final int PARTS = 100;

    private final Spool spool;
    private final long most;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private String name = "";
    private String mediaType = "";
    private @Nullable Spooled file;

    FormReader(Spool spool, long most) {
        this.spool = spool;
        this.most = most;
    }

    /**
     * Reads all of it.
     *
     * @throws Problem {@code malformed-request}, {@code file-too-large}, {@code payload-too-large}, {@code validation-failed}
     */
    Form read(HttpServletRequest request, InputStream in) throws IOException {
        boolean good = false;
        try {
            parts(new Context(request, in));
            if (file == null) {
                throw Problem.invalid(FILE, "It must not be missing.");
            }
            good = true;
            return new Form(texts, name, mediaType, file);
        } catch (FileUploadException | MalformedStreamException e) {
            throw Problem.of("malformed-request", "The body is no well-formed multipart/form-data.");
        } catch (Problem refusal) {
            Rest.throwAway(in);
            throw refusal;
        } finally {
            if (!good && file != null) {
                file.discard();
            }
        }
    }

    private void parts(UploadContext context) throws FileUploadException, IOException {
        FileItemIterator parts = new FileUpload().getItemIterator(context);
        for (int count = 0; parts.hasNext(); count++) {
            if (count == PARTS) {
                throw Problem.of("malformed-request", "A form has " + PARTS + " parts at most.");
            }
            FileItemStream part = parts.next();
            String field = part.getFieldName() == null ? "" : part.getFieldName();
            if (field.equals(FILE)) {
                file(part);
            } else if (part.isFormField()) {
                text(field, part);
            } else {
                throw Problem.invalid(field, "There is no such field for a file; the file is " + FILE + ".");
            }
        }
    }

    private void file(FileItemStream part) throws IOException {
        if (file != null) {
            throw Problem.invalid(FILE, "There is one at most.");
        }
        name = FileNames.last(part.getName());
        String type = part.getContentType();
        mediaType = type == null ? "" : type.replaceFirst("\\s*;.*", "").strip().toLowerCase(Locale.ROOT);
        try (InputStream content = part.openStream()) {
            file = spool.take(content, most);
        }
    }

    private void text(String field, FileItemStream part) throws IOException {
        try (InputStream content = part.openStream()) {
            byte[] bytes = content.readNBytes(TEXT + 1);
            if (bytes.length > TEXT) {
                throw Problem.of("payload-too-large", "A field of a form has " + TEXT + " bytes at most.")
                        .with("limit", TEXT);
            }
            if (texts.putIfAbsent(field, new String(bytes, StandardCharsets.UTF_8)) != null) {
                throw Problem.invalid(field, "It is there twice.");
            }
        }
    }

    /** A form as it came. */
    record Form(Map<String, String> texts, String name, String mediaType, Spooled file) {}

    private record Context(HttpServletRequest request, InputStream in) implements UploadContext {
        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public @Nullable String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public @Nullable String getContentType() {
            return request.getContentType();
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return request.getContentLength();
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }
    }
}
