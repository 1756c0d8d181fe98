package io.renoz.settings.webhook;

import io.renoz.settings.webhook.Targets.Target;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own, to an address that was looked up and checked before: no name is looked up here, no
 * redirect followed, no proxy asked. After the time is up the connection is closed, whatever it was waiting for.
 */
final class HttpPost {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final SSLSocketFactory secure;
    private final ScheduledExecutorService timer;
    private final Duration patience;

    HttpPost(SSLSocketFactory secure, ScheduledExecutorService timer, Duration patience) {
        this.secure = secure;
        this.timer = timer;
        this.patience = patience;
    }

    HttpAnswer send(Target target, Map<String, String> headers, byte[] body) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try (Socket plain = connected(target.uri(), target.addresses(), end)) {
            ScheduledFuture<?> closing = timer.schedule(() -> close(plain), left(end) + 1L, TimeUnit.MILLISECONDS);
            try {
                Socket socket =
                        target.uri().getScheme().equalsIgnoreCase("https") ? secured(plain, target.uri()) : plain;
                socket.getOutputStream().write(head(target.uri(), headers, body.length));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
                InputStream in = new BufferedInputStream(socket.getInputStream());
                return HttpAnswer.read(in);
            } catch (IOException e) {
                throw System.nanoTime() >= end ? late(e) : e;
            } finally {
                closing.cancel(false);
            }
        }
    }

    private SocketTimeoutException late(Throwable cause) {
        var late = new SocketTimeoutException("No answer within " + patience.toSeconds() + " seconds.");
        late.initCause(cause);
        return late;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int left(long end) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** To the first of the addresses that lets us in. */
    private Socket connected(URI uri, List<InetAddress> addresses, long end) throws IOException {
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
        IOException last = new ConnectException("The host has no address.");
        for (InetAddress address : addresses) {
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), left(end));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
                if (System.nanoTime() >= end) {
                    throw late(e);
                }
            }
        }
        throw last;
    }

    /** The certificate has to be the host's, not the address's. */
    private Socket secured(Socket plain, URI uri) throws IOException {
        String host = literal(uri.getHost());
        var socket = (SSLSocket) secure.createSocket(plain, host, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!host.contains(":") && !host.matches("[0-9.]+")) {
            parameters.setServerNames(List.of(new SNIHostName(IDN.toASCII(host))));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String literal(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static byte[] head(URI uri, Map<String, String> headers, int length) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var head = new StringBuilder("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getHost());
        if (uri.getPort() > 0) {
            head.append(':').append(uri.getPort());
        }
        head.append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }
}
