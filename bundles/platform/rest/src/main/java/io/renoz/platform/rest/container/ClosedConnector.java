package io.renoz.platform.rest.container;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that is never opened. It is of this class because Felix HTTP takes every connector of its server for one when it
 * names its endpoints: with another kind among them, whether the server came up at all depended on which of the two was first.
 */
final class ClosedConnector extends ServerConnector {

    ClosedConnector(Server server) {
        super(server, 1, 1);
        setHost("localhost");
    }

    @Override
    public void open() {
        // it has no port
    }

    @Override
    protected void doStart() {
        // nor threads that would wait at one
    }

    @Override
    protected void doStop() {
        // so there is nothing to stop
    }
}
