package io.renoz.settings.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.settings.webhook.Targets.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosterTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @FunctionalInterface
    private interface Speaking {
        void with(Socket client) throws IOException;
    }

    /** Speaks with everybody who comes, until it is closed. */
    private static void serve(ServerSocket server, Speaking speaking) {
        var thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    speaking.with(client);
                } catch (IOException e) {
                    LockSupport.parkNanos(1_000_000); // who does not trust us goes away
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(Socket client, String text) throws IOException {
        InputStream in = client.getInputStream();
        int c = in.read();
        while (c >= 0 && c != '}') {
            c = in.read();
        }
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Target to(String url) {
        return new Target(URI.create(url), List.of(InetAddress.getLoopbackAddress()));
    }

    private HttpAnswer send(SSLContext secure, String url) throws IOException {
        return send(secure, Duration.ofSeconds(10), url);
    }

    private HttpAnswer send(SSLContext secure, Duration patience, String url) throws IOException {
        try (var poster = new Poster(secure, timer, patience)) {
            return poster.send(to(url), Map.of("X-Test", "1"), "{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static SSLContext any() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("SET-23: over TLS the certificate has to be the host's, whatever address is connected to")
    void asksForTheHostsCertificate(@TempDir Path folder) throws Exception {
        SSLContext known = context(folder);
        try (ServerSocket server =
                known.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(server, client -> answer(client, GOOD));
            String port = ":" + server.getLocalPort() + "/";

            assertThat(send(known, "https://hook.example" + port)).isEqualTo(new HttpAnswer(200, "ok"));
            assertThatThrownBy(() -> send(known, "https://other.example" + port))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> send(any(), "https://hook.example" + port)).isInstanceOf(SSLException.class);
        }
    }

    private static SSLContext context(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hook.example",
                        "-ext",
                        "san=dns:hook.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        var mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(keys, PASSWORD);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }

    @Test
    @DisplayName("SET-23: an answer that trickles is cut off when the time is up")
    void isNotHeldUp() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(server, client -> {
                while (!client.isClosed()) {
                    client.getOutputStream().write('H');
                    client.getOutputStream().flush();
                    LockSupport.parkNanos(50_000_000);
                }
            });
            long began = System.nanoTime();

            assertThatThrownBy(() ->
                            send(any(), Duration.ofMillis(600), "http://hook.example:" + server.getLocalPort() + "/"))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    /** What is made of an answer, after which the server hangs up. */
    private HttpAnswer read(String text) throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(server, client -> answer(client, text));
            return send(any(), "http://hook.example:" + server.getLocalPort() + "/");
        }
    }

    @Test
    void goesToTheNextAddressWhereOneLetsNobodyIn() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"));
                var poster = new Poster(any(), timer, Duration.ofSeconds(10))) {
            serve(server, client -> answer(client, GOOD));
            var target = new Target(
                    URI.create("http://hook.example:" + server.getLocalPort() + "/"),
                    List.of(InetAddress.getByName("127.0.0.3"), InetAddress.getByName("127.0.0.2")));

            assertThat(poster.send(target, Map.of(), "{}".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new HttpAnswer(200, "ok"));
        }
    }

    @Test
    void readsAnswersOfEveryForm() throws Exception {
        assertThat(read(GOOD)).isEqualTo(new HttpAnswer(200, "ok"));
        assertThat(read("HTTP/1.1 201\nContent-Length: 1\n\nxyz")).isEqualTo(new HttpAnswer(201, "x"));
        assertThat(read("HTTP/1.0 404 Not Found\r\n\r\nto the end")).isEqualTo(new HttpAnswer(404, "to the end"));
        assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"))
                .isEqualTo(new HttpAnswer(204, ""));
        assertThat(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
                .isEqualTo(new HttpAnswer(200, "abcde"));
        assertThat(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .isEqualTo(new HttpAnswer(200, ""));
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut")).isEqualTo(new HttpAnswer(200, "cut"));
        assertThat(read("HTTP/1.1 302 Found\r\n\r\n").good()).isFalse();
    }

    @Test
    void refusesWhatIsNoHttp() {
        for (String text : List.of(
                "",
                "HTTP/2 200\r\n\r\n",
                "SSH-2.0\r\n",
                "x".repeat(10_000),
                "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(200))) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(IOException.class);
        }
    }
}
