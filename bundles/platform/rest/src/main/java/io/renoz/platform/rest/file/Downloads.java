package io.renoz.platform.rest.file;

import io.renoz.platform.rest.EntityTags;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import io.renoz.rest.Download;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.StreamingOutput;

/** Answers with files: whole, by a range, or not at all where the caller has it already. Thread-safe. */
public final class Downloads {

    /** Nothing in a file runs, whatever a browser takes it for. */
    private static final String POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private static final int BUFFER = 65_536;

    private final ProblemWriter problems;

    public Downloads(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The answer to a request. */
    public Response answer(Download file, HttpServletRequest request) {
        boolean reads = Visit.reads(request.getMethod());
        if (reads && EntityTags.known(request, file.tag())) {
            return head(Response.notModified(file.tag()), file).build();
        }
        Optional<ByteRange> range = reads && current(request.getHeader("If-Range"), file.tag())
                ? ByteRange.of(request.getHeader("Range"), file.length())
                : Optional.empty();
        if (range.isEmpty()) {
            return body(head(Response.ok(), file), file, new ByteRange(0, file.length()), request);
        }
        return range.get().satisfiable()
                ? body(
                        head(Response.status(Response.Status.PARTIAL_CONTENT), file)
                                .header("Content-Range", range.get().of(file.length())),
                        file,
                        range.get(),
                        request)
                : unsatisfiable(file, request);
    }

    /** Whether a range may be given: only of the very file that the caller has the beginning of. */
    private static boolean current(@org.jspecify.annotations.Nullable String ifRange, String tag) {
        return ifRange == null || ifRange.strip().equals("\"" + tag + "\"");
    }

    private static ResponseBuilder head(ResponseBuilder answer, Download file) {
        return answer.tag(file.tag())
                .header("Accept-Ranges", "bytes")
                .header("Content-Disposition", FileNames.disposition(file.name(), file.inline()))
                .header("Content-Security-Policy", POLICY);
    }

    private static Response body(ResponseBuilder answer, Download file, ByteRange range, HttpServletRequest request) {
        answer.header(HttpHeaders.CONTENT_TYPE, file.mediaType()).header(HttpHeaders.CONTENT_LENGTH, range.length());
        boolean head = request.getMethod().equals("HEAD");
        StreamingOutput bytes = out -> {
            if (!head) {
                copy(file, range, out);
            }
        };
        return answer.entity(bytes).build();
    }

    private static void copy(Download file, ByteRange range, OutputStream out) throws IOException {
        if (range.length() == 0) {
            return;
        }
        byte[] buffer = new byte[BUFFER];
        long left = range.length();
        try (InputStream in = file.content().open(range.from(), range.length())) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("A file is shorter than it should be by " + left + " bytes.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private Response unsatisfiable(Download file, HttpServletRequest request) {
        var problem = new Problem(
                416, "range-not-satisfiable", "The file has " + file.length() + " bytes; none of them was asked for.");
        return Response.status(problem.status())
                .header("Content-Range", "bytes */" + file.length())
                .type(ProblemWriter.TYPE)
                .entity(problems.write(problem, Visit.of(request).id()))
                .build();
    }
}
