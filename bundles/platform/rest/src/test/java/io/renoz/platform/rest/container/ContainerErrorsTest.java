package io.renoz.platform.rest.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerErrorsTest {

    private final Server server = new Server();
    private final ServerConnector real = new ServerConnector(server);
    private Connector ours;

    /** As Felix HTTP does it, with a server that runs already. */
    @BeforeEach
    void start() throws Exception {
        server.addConnector(real);
        server.start();
        ours = new ContainerErrors().createConnector(server);
        server.addConnector(ours);
        ours.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void addsAConnectorThatTheContainerCanName() {
        assertThat(server.getConnectors()).allSatisfy(one -> assertThat(one).isInstanceOf(ServerConnector.class));
    }

    @Test
    void addsNoPortAndNoThread() {
        assertThat(((ServerConnector) ours).isOpen()).isFalse();
        assertThat(((ServerConnector) ours).getLocalPort()).isNegative();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("acceptor")
                        && thread.getName().contains("localhost"));
    }

    @Test
    void leavesTheServerFreeToStopAndStart() throws Exception {
        server.stop();
        server.start();

        assertThat(((ServerConnector) ours).getLocalPort()).isNegative();
        assertThat(real.getLocalPort()).isPositive();
    }

    @Test
    void givesAFormToWhatTheContainerRefuses() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), real.getLocalPort())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "urn:renoz:problem:malformed-request");
        }
    }
}
