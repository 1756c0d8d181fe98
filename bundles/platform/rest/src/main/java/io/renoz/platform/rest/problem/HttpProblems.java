package io.renoz.platform.rest.problem;

import io.renoz.problem.Problem;
import javax.ws.rs.WebApplicationException;

/** What HTTP itself has to complain about. */
public final class HttpProblems {

    private HttpProblems() {}

    static Problem of(WebApplicationException thrown) {
        return of(thrown.getResponse().getStatus());
    }

    /** The problem for a bare status. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of("unauthenticated", "Send a valid bearer token.");
            case 403 -> Problem.of("forbidden", "This is not allowed.");
            case 404 -> Problem.of("not-found", "There is nothing at this address.");
            case 405 -> Problem.of("method-not-allowed", "This address does not take that method.");
            case 406 -> Problem.of("not-acceptable", "Answers are JSON; accept application/json.");
            case 413 -> Problem.of("payload-too-large", "The body is too large.");
            case 415 -> Problem.of("unsupported-media-type", "Send JSON as application/json.");
            case 503 -> Problem.of("unavailable", "Not available at the moment; try again.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of("malformed-request", "The request is not well formed.")
                        : Problem.of(
                                "internal-error",
                                "Something went wrong on our side; tell us the instance of this problem.");
        };
    }
}
