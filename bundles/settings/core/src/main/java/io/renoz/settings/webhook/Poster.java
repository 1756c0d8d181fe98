package io.renoz.settings.webhook;

import io.renoz.settings.webhook.Targets.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * POSTs to addresses that were looked up and checked before: no name is looked up here, no redirect followed, no proxy asked.
 * After the time is up the connection is closed, whatever it was waiting for. Thread-safe.
 */
final class Poster implements AutoCloseable {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_CONNECTIONS = 64;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer;
    private final Duration patience;

    Poster(SSLContext secure, ScheduledExecutorService timer, Duration patience) {
        this.timer = timer;
        this.patience = patience;
        this.client = client(secure, Timeout.of(patience));
    }

    private static CloseableHttpClient client(SSLContext secure, Timeout patience) {
        var limits = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(secure))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .setDnsResolver(new NoNames())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false) // each is to be checked anew
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Whatever is connected to comes with its address. */
    private static final class NoNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("No name is looked up after the check: " + host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    HttpAnswer send(Target target, Map<String, String> headers, byte[] body) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        IOException last = new ConnectException("The host has no address.");
        for (InetAddress address : target.addresses()) {
            var post = new HttpPost(target.uri());
            headers.forEach(post::setHeader);
            post.setEntity(new ByteArrayEntity(body, null));
            ScheduledFuture<?> cancelling = timer.schedule(post::cancel, left(end), TimeUnit.NANOSECONDS);
            try {
                return answer(post, host(target.uri(), address));
            } catch (IOException e) {
                if (System.nanoTime() >= end) {
                    throw late(e);
                }
                if (!(e instanceof ConnectException)) {
                    throw e;
                }
                last = e; // the next address may let us in
            } finally {
                cancelling.cancel(false);
            }
        }
        throw last;
    }

    private HttpAnswer answer(HttpPost post, HttpHost host) throws IOException {
        HttpAnswer answer = HttpAnswer.of(client.executeOpen(host, post, null));
        post.cancel(); // the connection goes, however much of the answer is still to come
        return answer;
    }

    /** The certificate has to be that of the name; what is connected to is the address. */
    private static HttpHost host(URI uri, InetAddress address) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        return new HttpHost(scheme, address, literal(uri.getHost()), port);
    }

    private static String literal(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static long left(long end) {
        return Math.max(1, end - System.nanoTime());
    }

    private SocketTimeoutException late(Throwable cause) {
        var late = new SocketTimeoutException("No answer within " + patience.toSeconds() + " seconds.");
        late.initCause(cause);
        return late;
    }
}
