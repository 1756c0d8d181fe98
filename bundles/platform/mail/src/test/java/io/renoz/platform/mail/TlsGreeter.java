package io.renoz.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Shows a certificate, greets, keeps the first line it hears and hangs up. */
final class TlsGreeter implements AutoCloseable {

    private final SSLServerSocket socket;
    private final Thread thread = new Thread(this::greet);
    private String heard = "";

    TlsGreeter(Path keys) throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The first line after the greeting; empty when the caller did not like us. */
    String heard() throws InterruptedException {
        thread.join();
        return heard;
    }

    private void greet() {
        try (SSLSocket caller = (SSLSocket) socket.accept()) {
            caller.getOutputStream().write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            String line = lines.readLine();
            heard = line == null ? "" : line;
        } catch (IOException e) {
            heard = "";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
