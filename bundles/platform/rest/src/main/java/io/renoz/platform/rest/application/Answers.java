package io.renoz.platform.rest.application;

import io.renoz.data.Page;
import io.renoz.data.Versioned;
import io.renoz.platform.rest.EntityTags;
import io.renoz.platform.rest.file.Downloads;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.rest.Accepted;
import io.renoz.rest.Created;
import io.renoz.rest.Download;
import io.renoz.rest.Tagged;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Makes answers of results: status and headers follow from what a method returns. */
final class Answers {

    private final Downloads downloads;

    Answers(Downloads downloads) {
        this.downloads = downloads;
    }

    /** The answer for a result. */
    Response of(@Nullable Object result, Operation operation, HttpServletRequest request) {
        if (result instanceof Response response) {
            return response;
        }
        if (result == null) {
            return Response.noContent().build();
        }
        if (result == Accepted.ACCEPTED) {
            return Response.accepted().build();
        }
        if (result instanceof Download file) {
            return downloads.answer(file, request);
        }
        if (result instanceof Created<?> created) {
            return body(
                            Response.status(created.repeated() ? Response.Status.OK : Response.Status.CREATED),
                            created.body(),
                            operation,
                            request)
                    .tag(etag(created.body()))
                    .header(
                            HttpHeaders.LOCATION,
                            request.getRequestURI().replaceAll("/+$", "") + "/"
                                    + created.body().id())
                    .build();
        }
        if (result instanceof Tagged<?> tagged) {
            return tagged(tagged.body(), tagged.tag(), operation, request);
        }
        if (result instanceof Versioned one) {
            return tagged(one, etag(one), operation, request);
        }
        return body(Response.ok(), result, operation, request).build();
    }

    private static Response tagged(Object body, String tag, Operation operation, HttpServletRequest request) {
        return operation.reading() && EntityTags.known(request, tag)
                ? Response.notModified(tag).build()
                : body(Response.ok(), body, operation, request).tag(tag).build();
    }

    private static ResponseBuilder body(
            ResponseBuilder answer, Object body, Operation operation, HttpServletRequest request) {
        answer.entity(body);
        if (!operation.is(Produces.class)) {
            answer.type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (body instanceof Page<?> page && page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + following(request, page.next()) + ">; rel=\"next\"");
        }
        return answer;
    }

    private static String etag(Versioned record) {
        return String.valueOf(record.version());
    }

    /** The address of the same list, from a cursor on. */
    private static String following(HttpServletRequest request, String cursor) {
        String query = request.getQueryString();
        String others = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.startsWith("cursor="))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return request.getRequestURI() + "?" + others + "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
