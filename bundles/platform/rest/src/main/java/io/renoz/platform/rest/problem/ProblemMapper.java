package io.renoz.platform.rest.problem;

import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.operation.Operations;
import io.renoz.problem.Problem;
import io.renoz.rest.Moved;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong in an application into a problem, once. Thread-safe. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);

    private final ProblemWriter writer;
    private final Operations operations;

    public ProblemMapper(ProblemWriter writer, Operations operations) {
        this.writer = writer;
        this.operations = operations;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        Visit visit = Visit.of(message);
        HttpServletRequest request = Visit.request(message.getExchange().getInMessage());
        try {
            Optional<Moved> moved = Causes.first(thrown, Moved.class);
            return moved.isPresent() ? Moves.of(moved.get(), request) : refusal(asked(message), thrown, visit, request);
        } catch (Problem nowhere) {
            return refusal(Asked.nothing(), nowhere, visit, request);
        }
    }

    private Asked asked(Message message) {
        return operations.of(message).map(Asked::by).orElseGet(Asked::nothing);
    }

    private Response refusal(Asked asked, Throwable thrown, Visit visit, HttpServletRequest request) {
        Problem problem = problem(thrown, asked);
        if (begun()) {
            visit.tear();
            return Response.status(problem.status()).build();
        }
        var response =
                Response.status(problem.status()).type(ProblemWriter.TYPE).entity(writer.write(problem, visit.id()));
        ProblemWriter.headers(problem).forEach(response::header);
        if (problem.status() == 405) {
            response.header(HttpHeaders.ALLOW, operations.allowed(request.getRequestURI()));
        }
        return response.build();
    }

    /** Whether a part of the answer is out already, so that no other can be given. */
    private static boolean begun() {
        return PhaseInterceptorChain.getCurrentMessage()
                                .getExchange()
                                .getInMessage()
                                .get(AbstractHTTPDestination.HTTP_RESPONSE)
                        instanceof HttpServletResponse response
                && response.isCommitted();
    }

    /** The problem for whatever was thrown; faults that nobody foresaw are logged here, and nowhere else. */
    public static Problem problem(Throwable thrown, Asked asked) {
        return known(thrown, asked).orElseGet(() -> fault(thrown));
    }

    /** The problem for what was thrown, unless it is a fault that nobody foresaw. */
    public static Optional<Problem> known(Throwable thrown, Asked asked) {
        return Causes.first(thrown, Problem.class)
                .or(() -> SqlProblems.of(thrown, asked))
                .or(() -> Causes.first(thrown, WebApplicationException.class).map(HttpProblems::of));
    }

    private static Problem fault(Throwable thrown) {
        if (gone(thrown)) {
            log.debug("The client went away: {}", thrown.toString());
        } else {
            log.error("A request failed", thrown);
        }
        return Problem.of("internal-error", "Something went wrong on our side; tell us the instance of this problem.");
    }

    /** Whether nobody is there any more to get the answer. */
    private static boolean gone(Throwable thrown) {
        return Causes.first(thrown, e -> e instanceof IOException && names(e) ? Optional.of(e) : Optional.empty())
                .isPresent();
    }

    private static boolean names(Throwable e) {
        String text = String.valueOf(e.getMessage());
        return e.getClass().getSimpleName().equals("EofException")
                || text.contains("Broken pipe")
                || text.contains("Connection reset");
    }
}
