package io.renoz.platform.rest.problem;

import io.renoz.problem.Problem;
import io.renoz.rest.Moved;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** Sends on to where a record lives now. */
final class Moves {

    private static final int PERMANENT_REDIRECT = 308;

    private Moves() {}

    /**
     * The answer: the same method at the same address with the one id in place of the other.
     *
     * @throws Problem {@code not-found} when the address does not name the id, since then there is no other address to go to
     */
    static Response of(Moved moved, HttpServletRequest request) {
        String path = request.getRequestURI();
        String from = moved.from().toString();
        String there = Arrays.stream(path.split("/", -1))
                .map(part -> part.equalsIgnoreCase(from) ? moved.to().toString() : part)
                .collect(Collectors.joining("/"));
        if (there.equals(path)) {
            throw Problem.of("not-found", "A record that is named here lives on under another id.")
                    .with("from", from)
                    .with("to", moved.to().toString());
        }
        String query = request.getQueryString();
        return Response.status(PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, query == null ? there : there + "?" + query)
                .build();
    }
}
