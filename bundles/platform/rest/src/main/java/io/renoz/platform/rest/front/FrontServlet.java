package io.renoz.platform.rest.front;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.module.Modules;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.application.Applications;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.health.Figures;
import io.renoz.platform.rest.idempotency.Idempotency;
import io.renoz.platform.rest.openapi.Documents;
import io.renoz.platform.rest.problem.Asked;
import io.renoz.platform.rest.problem.ProblemMapper;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one servlet of the API. It never changes, whatever modules do behind it. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/v1/*",
            "osgi.http.whiteboard.servlet.name=renoz-api",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "servlet.init.hide-service-list-page=true"
        })
public final class FrontServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Bytes of a JSON body. */
    private static final long BODY = 1_048_576;

    private final transient Waiting waiting;
    private final transient Entrance entrance;
    private final transient Modules modules;
    private final transient Predicate<String> kernel;
    private final transient Doors doors;
    private final transient Documents documents;
    private final transient Records records;
    private final transient Servlet runtime;
    private final transient ProblemWriter problems = new ProblemWriter(new ObjectMapper());

    @Activate
    public FrontServlet(
            @Reference Doors doors,
            @Reference Entrance entrance,
            @Reference Modules modules,
            @Reference Applications applications,
            @Reference Documents documents,
            @Reference Figures figures) {
        this(doors, entrance, modules, applications.servlet(), applications::kernel, documents, figures);
    }

    FrontServlet(
            Doors doors,
            Entrance entrance,
            Modules modules,
            Servlet runtime,
            Predicate<String> kernel,
            Documents documents,
            Figures figures) {
        this.doors = doors;
        this.entrance = entrance;
        this.modules = modules;
        this.runtime = runtime;
        this.kernel = kernel;
        this.documents = documents;
        this.waiting = new Waiting(doors, figures);
        this.records = new Records(figures);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        runtime.init(config);
    }

    /** All methods; HttpServlet's own choice among them knows no PATCH. */
    @Override
    public void service(ServletRequest incoming, ServletResponse outgoing) throws ServletException, IOException {
        var request = (HttpServletRequest) incoming;
        var response = (HttpServletResponse) outgoing;
        Visit visit = Visit.of(request);
        visit.mark();
        visit.suspended(false);
        try {
            answer(visit, request, response);
            if (!request.isAsyncStarted()) {
                LimitedRequest.leaveNothing(request, response, BODY);
            }
        } finally {
            records.close(visit, request, response);
            Visit.unmark();
        }
    }

    private void answer(Visit visit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (visit.admitted()) { // an asynchronous answer comes back this way
                runtime.service(request, response);
            } else {
                begin(visit, request, response);
            }
        } catch (Problem problem) {
            problems.send(response, problem, visit.id());
        } catch (RuntimeException | ServletException e) {
            problems.send(response, ProblemMapper.problem(e, Asked.nothing()), visit.id());
        }
    }

    private void begin(Visit visit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Headers.data(response, visit);
        visit.headers(response::setHeader);
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (request.getMethod().equals("TRACE") || request.getMethod().equals("CONNECT")) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            throw Problem.of("method-not-allowed", "This method is not used here.");
        }
        if (!Addresses.wellFormed(request.getQueryString())) {
            throw Problem.of("malformed-request", "The query is not well formed.");
        }
        if (documents.serves(path)) {
            visit.module("platform");
            visit.template("/api/v1" + path);
            documents.serve(request, response, visit);
            return;
        }
        String mount = Addresses.mount(path, kernel);
        Door door = doors.find(mount).orElse(null);
        if (door == null || door.isGone()) {
            throw missing(mount, request, visit);
        }
        visit.module(mount.isEmpty() ? "platform" : mount);
        if (!other(request)) {
            checkLength(request);
        }
        if (door.enter()) {
            enter(door, visit, request, response);
        } else if (!waiting.hold(door, visit, request, response)) {
            throw door.isGone() ? missing(mount, request, visit) : absent(mount, request, visit);
        }
    }

    /** The problem for a mount that has no door. */
    private Problem missing(String mount, HttpServletRequest request, Visit visit) {
        if (modules.find(mount).isEmpty()) {
            return Problem.of("not-found", "There is nothing at this address.");
        }
        visit.module(mount);
        return absent(mount, request, visit);
    }

    private Problem absent(String mount, HttpServletRequest request, Visit visit) {
        return modules.find(mount).isPresent() && !doors.stopping()
                ? entrance.absent(request, visit, mount)
                : Problem.of("unavailable", "This part of the platform does not run at the moment; try again.");
    }

    private static void checkLength(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BODY) {
            throw LimitedRequest.tooLarge(request.getInputStream(), BODY);
        }
    }

    /** Whether the body is no JSON, so that it may be a file; how large that may be is known once it is known who takes it. */
    private static boolean other(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && !type.toLowerCase(Locale.ROOT).matches("application/([^;]+\\+)?json\\s*(;.*)?");
    }

    private void enter(Door door, Visit visit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        visit.admit();
        boolean keep = request.getHeader(Idempotency.HEADER) != null && !other(request);
        var end = new Once(() -> {
            door.leave();
            visit.end();
            records.write(visit, request, response);
        });
        var limited = new LimitedRequest(request, BODY, keep, context -> {
            visit.suspended(true);
            end.follow(context);
        });
        visit.body(limited);
        try {
            runtime.service(limited, new TearableResponse(response, visit));
        } finally {
            end.runUnlessFollowing();
        }
        if (visit.torn()) {
            throw new IOException("The answer could not be finished; the connection is closed.");
        }
    }
}
