package io.renoz.platform.rest.border;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Passes every request that comes in, as this installation is set up: by default nothing is trusted and nothing opened. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.name=renoz-border",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
        })
public final class Border implements Filter {

    private static final String A_YEAR = "max-age=31536000";

    private final Proxies proxies;
    private final Origins origins;

    @Activate
    public Border() {
        this(variable("RENOZ_TRUSTED_PROXIES"), variable("RENOZ_CORS_ORIGINS"));
    }

    Border(String proxies, String origins) {
        this.proxies = Proxies.of(proxies);
        this.origins = Origins.of(origins);
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = proxies.seenThrough((HttpServletRequest) incoming);
        var response = (HttpServletResponse) outgoing;
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
        if (!origins.answer(request, response)) {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void destroy() {}
}
