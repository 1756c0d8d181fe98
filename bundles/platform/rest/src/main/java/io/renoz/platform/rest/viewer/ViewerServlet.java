package io.renoz.platform.rest.viewer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.front.Headers;
import io.renoz.platform.rest.problem.ProblemWriter;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * {@code /api/v1/docs}: Swagger UI with a page of our own around it. Anybody may see the page; it asks for a token and loads
 * the document with it.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/v1/docs/*",
            "osgi.http.whiteboard.servlet.name=renoz-docs"
        })
public final class ViewerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String LIBRARY = "org.webjars.swagger-ui";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> OURS =
            Map.of("index.html", "text/html; charset=utf-8", "docs.js", "text/javascript", "docs.css", "text/css");
    private static final Map<String, String> THEIRS = Map.of(
            "swagger-ui-bundle.js", "text/javascript", "swagger-ui.css", "text/css", "favicon-32x32.png", "image/png");

    private final transient BundleContext context;
    private final transient ProblemWriter problems = new ProblemWriter(new ObjectMapper());

    @Activate
    public ViewerServlet(BundleContext context) {
        this.context = context;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = Visit.of(request);
        Headers.any(response, visit);
        String path = request.getPathInfo();
        if (path == null) { // without the slash the page would look for its parts beside itself
            response.sendRedirect(request.getRequestURI() + "/");
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        URL file = file(name);
        if (file == null) {
            problems.send(response, Problem.of("not-found", "There is no such page."), visit.id());
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", THEIRS.containsKey(name) ? "public, max-age=86400" : "no-cache");
        response.setContentType(Optional.ofNullable(OURS.get(name)).orElseGet(() -> THEIRS.get(name)));
        try (InputStream in = file.openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private @Nullable URL file(String name) {
        if (OURS.containsKey(name)) {
            return ViewerServlet.class.getResource(name);
        }
        return THEIRS.containsKey(name) ? theirs(name) : null;
    }

    private @Nullable URL theirs(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> LIBRARY.equals(bundle.getSymbolicName()))
                .findFirst()
                .map(bundle -> bundle.findEntries("META-INF/resources/webjars/swagger-ui", name, true))
                .flatMap(found -> Collections.list(found).stream().findFirst())
                .orElse(null);
    }
}
