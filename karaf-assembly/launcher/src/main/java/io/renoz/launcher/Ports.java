package io.renoz.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
final class Ports {

    private Ports() {}

    static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), 1);
            return true;
        } catch (IOException e) {
            return false; // taken, or not ours to take: the caller says which port
        }
    }

    /** A port that nobody listens on now. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The wanted port on the loopback address, or another when somebody has taken it meanwhile. */
    static int freeNear(int wanted) throws IOException {
        return isFree("127.0.0.1", wanted) ? wanted : free();
    }
}
