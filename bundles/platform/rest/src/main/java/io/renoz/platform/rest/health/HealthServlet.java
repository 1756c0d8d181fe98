package io.renoz.platform.rest.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.data.Databases;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.front.Headers;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: the database answers and every module has settled;
 * otherwise 503 with what is missing.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/health/*", "osgi.http.whiteboard.servlet.name=renoz-health"})
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ObjectMapper mapper = new ObjectMapper();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Databases databases;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable ModuleStates states;

    @Activate
    public HealthServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.data(response, Visit.of(request));
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> send(response, 200, Map.of("status", "live"));
            case "/ready" -> ready(response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        Databases there = databases;
        ModuleStates known = states;
        boolean database = there != null && there.healthy();
        boolean settled = known != null && known.settled();
        var body = new LinkedHashMap<String, Object>();
        body.put("status", database && settled ? "ready" : "not-ready");
        body.put("database", database ? "up" : "down");
        body.put("modules", known == null ? List.of() : missing(known));
        send(response, database && settled ? 200 : 503, body);
    }

    private static List<Map<String, String>> missing(ModuleStates states) {
        return states.all().stream()
                .filter(state -> !state.state().equals("active"))
                .map(HealthServlet::line)
                .toList();
    }

    private static Map<String, String> line(ModuleState state) {
        var line = new LinkedHashMap<String, String>();
        line.put("module", state.module());
        line.put("state", state.state());
        line.put("reason", state.reason());
        return line;
    }

    private void send(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = mapper.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
