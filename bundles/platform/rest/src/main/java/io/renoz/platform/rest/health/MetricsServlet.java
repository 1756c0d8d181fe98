package io.renoz.platform.rest.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.kernel.Gauges;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.front.Headers;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code /metrics}, for callers on this machine and for operator tokens. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/metrics", "osgi.http.whiteboard.servlet.name=renoz-metrics"})
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Figures figures;
    private final transient Entrance entrance;
    private final transient List<Gauges> gauges = new CopyOnWriteArrayList<>();
    private final transient ProblemWriter problems = new ProblemWriter(new ObjectMapper());

    @Activate
    public MetricsServlet(@Reference Figures figures, @Reference Entrance entrance) {
        this.figures = figures;
        this.entrance = entrance;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGauges(Gauges more) {
        gauges.add(more);
    }

    void removeGauges(Gauges gone) {
        gauges.remove(gone);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = Visit.of(request);
        Headers.data(response, visit);
        try {
            if (!local(request)) {
                entrance.operator(request);
            }
        } catch (Problem refusal) {
            problems.send(response, refusal, visit.id());
            return;
        }
        var others = new TreeMap<String, Double>();
        gauges.forEach(gauge -> others.putAll(gauge.read()));
        byte[] text = text(others).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private String text(Map<String, Double> others) {
        var exposition = new Exposition();
        exposition.requests(figures);
        exposition.machine();
        exposition.others(others);
        return exposition.text();
    }

    /** Whether the caller is on this machine itself, and not behind a proxy that is. */
    private static boolean local(HttpServletRequest request) {
        try {
            return request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
