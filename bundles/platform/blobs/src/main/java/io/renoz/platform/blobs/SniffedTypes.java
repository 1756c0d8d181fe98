package io.renoz.platform.blobs;

import io.renoz.blob.ContentTypes;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.osgi.service.component.annotations.Component;

/** Tells types by their first bytes, with the signatures that Apache Tika knows. */
@Component
public final class SniffedTypes implements ContentTypes {

    /** What is let in; pages, markup, scripts and programs are not among it. */
    private static final Set<String> LET_IN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/heic",
            "image/heif",
            "image/avif",
            "image/tiff",
            "image/bmp",
            "image/vnd.dwg",
            "application/pdf",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "text/plain",
            "text/csv",
            "text/tab-separated-values",
            "text/calendar",
            "text/x-vcard",
            "application/json",
            "message/rfc822",
            "application/zip",
            "application/gzip",
            "application/x-7z-compressed",
            "audio/mpeg",
            "audio/mp4",
            "audio/vnd.wave",
            "audio/ogg",
            "video/mp4",
            "video/quicktime",
            "video/webm",
            "video/x-msvideo");

    /** Office files are archives of a kind that their first bytes may tell already. */
    private static final String OFFICE_ARCHIVE = "application/x-tika-ooxml";

    /** Names that senders use and the registry does not know. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "application/csv", "text/csv",
            "text/comma-separated-values", "text/csv",
            "text/json", "application/json",
            "text/vcard", "text/x-vcard",
            "audio/mp3", "audio/mpeg",
            "audio/wav", "audio/vnd.wave");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

    @Override
    public String verified(String declared, String name, InputStream content) {
        MediaType said = said(declared, name);
        if (!LET_IN.contains(said.toString())) {
            throw Problem.of("unsupported-media-type", "Files of type " + said + " are not let in.")
                    .with("mediaType", said.toString());
        }
        MediaType found = found(content);
        if (!fits(said, found)) {
            throw Problem.of(
                            "content-mismatch",
                            "The file is said to be " + said + ", and its content is " + found + ".")
                    .with("declared", said.toString())
                    .with("found", found.toString());
        }
        return said.toString();
    }

    private MediaType said(String declared, String name) {
        String plain = declared.replaceFirst("\\s*;.*", "").strip().toLowerCase(Locale.ROOT);
        MediaType type = MediaType.parse(OTHER_NAMES.getOrDefault(plain, plain));
        return type == null || type.equals(MediaType.OCTET_STREAM) ? byName(name) : registry.normalize(type);
    }

    private MediaType byName(String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return types.detect(null, metadata).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException("A name is no file.", e);
        }
    }

    private MediaType found(InputStream content) {
        if (!content.markSupported()) {
            throw new IllegalArgumentException("The stream must support mark.");
        }
        try {
            content.mark(1);
            boolean empty = content.read() < 0;
            content.reset();
            return empty
                    ? MediaType.TEXT_PLAIN
                    : types.detect(content, new Metadata()).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether content may be of a type. First bytes often tell no more than the family: a table of comma-separated values is
     * seen as plain text, a spreadsheet as an archive. More than what was said may be found only where that is let in too.
     */
    private boolean fits(MediaType said, MediaType found) {
        if (found.equals(MediaType.OCTET_STREAM)) {
            return false;
        }
        boolean known = LET_IN.contains(found.toString()) || found.toString().equals(OFFICE_ARCHIVE);
        return found.equals(said)
                || registry.isSpecializationOf(said, found)
                || (known && registry.isSpecializationOf(found, said));
    }
}
