package io.renoz.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Stands between a client and PostgreSQL and listens: how often the client waits for the server. */
final class Wire implements AutoCloseable {

    private static final int STARTUP = 0;

    private final ServerSocket door;
    private final int server;
    private int waits;

    Wire(int server) throws IOException {
        this.server = server;
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Forgets what it has heard. */
    synchronized void reset() {
        waits = 0;
    }

    /** How often a client has waited for an answer. */
    synchronized int roundTrips() {
        return waits;
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                if (!door.isClosed() && !(e instanceof SocketException)) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            var behind = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            start(() -> forward(client, behind));
            start(() -> behind.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private void forward(Socket client, Socket behind) throws IOException {
        try (client;
                behind;
                var in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
            var out = new DataOutputStream(new BufferedOutputStream(behind.getOutputStream()));
            int type = STARTUP; // the first messages have no type
            while (true) {
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                if (type != STARTUP) {
                    out.write(type);
                    heard(type, body);
                }
                out.writeInt(length);
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
                if (type != STARTUP || started(body)) {
                    type = next(in);
                }
            }
        }
    }

    /** A startup message begins with protocol version 3; a request for TLS is another and comes before it. */
    private static boolean started(byte[] body) {
        return body.length > 4 && body[1] == 3;
    }

    private static int next(InputStream in) throws IOException {
        int type = in.read();
        if (type < 0) {
            throw new SocketException("closed");
        }
        return type;
    }

    private synchronized void heard(int type, byte[] body) {
        if (type == 'S' || (type == 'Q' && !new String(body, StandardCharsets.UTF_8).startsWith("BEGIN"))) {
            waits++; // BEGIN travels with what follows
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
