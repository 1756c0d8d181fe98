package io.renoz.users.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * Where links in letters lead: joining an organization, setting a new password, confirming an address.
 *
 * <p>The pages hold no data and are the same for everybody. The token stays behind the {@code #} of the address, so that no
 * server and no proxy sees it, and goes to the API in the body of a request.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/accept-invitation",
            "osgi.http.whiteboard.servlet.pattern=/reset-password",
            "osgi.http.whiteboard.servlet.pattern=/verify-email",
            "osgi.http.whiteboard.servlet.pattern=/account/*",
            "osgi.http.whiteboard.servlet.name=renoz-account-pages"
        })
public final class AccountPages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private record File(String name, String type) {}

    private static final Map<String, File> FILES = Map.of(
            "/accept-invitation", page("accept-invitation"),
            "/reset-password", page("reset-password"),
            "/verify-email", page("verify-email"),
            "/account/account.js", new File("account.js", "text/javascript; charset=utf-8"),
            "/account/account.css", new File("account.css", "text/css; charset=utf-8"));

    private static File page(String name) {
        return new File(name + ".html", "text/html; charset=utf-8");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        String path = request.getRequestURI().substring(request.getContextPath().length());
        File file = FILES.get(path);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(file.type());
        try (InputStream in = AccountPages.class.getResourceAsStream(file.name())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
