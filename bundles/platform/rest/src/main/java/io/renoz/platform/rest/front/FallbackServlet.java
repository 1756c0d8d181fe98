package io.renoz.platform.rest.front;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.problem.HttpProblems;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import java.io.IOException;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** Answers what no other servlet does, and what the container itself refuses, in the one form that problems have. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.errorPage=4xx",
            "osgi.http.whiteboard.servlet.errorPage=5xx",
            "osgi.http.whiteboard.servlet.errorPage=java.lang.Throwable",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.servlet.name=renoz-fallback",
            "service.ranking:Integer=-100"
        })
public final class FallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ProblemWriter problems = new ProblemWriter(new ObjectMapper());

    @Override
    public void service(ServletRequest incoming, ServletResponse outgoing) throws IOException {
        var request = (HttpServletRequest) incoming;
        var response = (HttpServletResponse) outgoing;
        Visit visit = Visit.of(request);
        Headers.data(response, visit);
        problems.send(response, problem(request), visit.id());
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            return HttpProblems.of(status);
        }
        return request.getRequestURI().startsWith("/api/")
                ? Problem.of("unavailable", "The platform is starting; try again.")
                : Problem.of(
                        "not-found",
                        "There is nothing at this address; the API is below /api/v1, and shown at" + " /api/v1/docs.");
    }
}
