package org.apache.karaf.main;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for Karaf in the launcher's tests: serves the readiness path, or dies when told to. */
public final class Main {

    private Main() {}

    /** Answers with the variables that the platform would read. */
    public static void main(String[] arguments) throws Exception {
        if (Boolean.getBoolean("stub.dies")) {
            System.out.println("ERROR the feature 'renoz' cannot be resolved");
            System.exit(7);
        }
        int port = Integer.parseInt(System.getenv("RENOZ_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health/ready", exchange -> {
            byte[] body = (System.getenv("RENOZ_DB_URL") + " " + System.getenv("RENOZ_OPERATOR_TOKEN"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
