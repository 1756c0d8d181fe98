package io.renoz.platform.rest.container;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.osgi.service.component.annotations.Component;

/**
 * Gives the container a form for what it refuses before any servlet is asked: a path that is not well formed, headers that are
 * too large. A connector factory is the one place where Felix HTTP shows its server; the connector made here serves nobody.
 */
@Component
public final class ContainerErrors implements ConnectorFactory {

    @Override
    public Connector createConnector(Server server) {
        var errors = new ProblemErrorHandler();
        server.setErrorHandler(errors);
        server.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(errors));
        return new ClosedConnector(server);
    }
}
