package io.renoz.platform.rest.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee8.servlet.FilterHolder;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BorderTest {

    private final Server server = new Server();

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    /** Says who it thinks has asked, and how. */
    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.isSecure());
        }
    }

    private HttpResponse<String> ask(String proxies, String origins, String method, String... headers)
            throws Exception {
        if (!server.isStarted()) {
            var handler = new ServletContextHandler();
            handler.addServlet(new ServletHolder(new Echo()), "/*");
            handler.addFilter(new FilterHolder(new Border(proxies, origins)), "/*", EnumSet.of(DispatcherType.REQUEST));
            server.addConnector(new ServerConnector(server));
            server.setHandler(handler);
            server.start();
        }
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void believesNobodyByDefault() throws Exception {
        var answer = ask("", "", "GET", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");

        assertThat(answer.body()).isEqualTo("127.0.0.1 http false");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void believesAProxyThatIsTrusted() throws Exception {
        var answer = ask(
                "127.0.0.1, 10.0.0.0/8",
                "",
                "GET",
                "X-Forwarded-For",
                "1.1.1.1, 203.0.113.9, 10.1.2.3",
                "X-Forwarded-Proto",
                "https");

        assertThat(answer.body()).isEqualTo("203.0.113.9 https true");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void takesNoNameForAnAddress() throws Exception {
        assertThat(ask("127.0.0.1", "", "GET", "X-Forwarded-For", "localhost").body())
                .startsWith("127.0.0.1 ");
        assertThat(ask("127.0.0.1", "", "GET", "X-Forwarded-For", "evil, [2001:db8::1]:443")
                        .body())
                .startsWith("2001:db8::1 ");
        assertThat(ask("127.0.0.1", "", "GET", "X-Forwarded-For", "203.0.113.9:5555")
                        .body())
                .startsWith("203.0.113.9 ");
    }

    @Test
    void refusesAProxyThatIsNoAddress() {
        assertThatThrownBy(() -> new Border("proxy.example.com", "")).hasMessageContaining("proxy.example.com");
    }

    @Test
    void opensNothingToOtherOriginsByDefault() throws Exception {
        var answer = ask("", "", "GET", "Origin", "https://app.example.com");

        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void answersTheQuestionOfABrowserForAnOriginThatIsAllowed() throws Exception {
        String origins = "https://app.example.com, http://localhost:5173";
        var asked = ask(
                "",
                origins,
                "OPTIONS",
                "Origin",
                "https://app.example.com",
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                "authorization");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example.com");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("PATCH");
        assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-credentials");

        var read = ask("", origins, "GET", "Origin", "http://localhost:5173");
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:5173");
        assertThat(read.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag");
        assertThat(read.headers().allValues("Vary")).contains("Origin");

        var other = ask("", origins, "GET", "Origin", "https://app.example.com.evil.example");
        assertThat(other.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void knowsNoStarForAllOrigins() {
        assertThatThrownBy(() -> new Border("", "*")).hasMessageContaining("RENOZ_CORS_ORIGINS");
        assertThatThrownBy(() -> new Border("", "null")).isInstanceOf(IllegalStateException.class);
    }
}
