package io.renoz.platform.rest.application;

import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operations;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.NotAcceptableException;
import javax.ws.rs.Priorities;
import javax.ws.rs.Produces;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/** Asks at the entrance once it is known which operation is called, and before the body is read. */
@Priority(Priorities.AUTHENTICATION)
final class Admission implements ContainerRequestFilter {

    private final Operations operations;
    private final Entrance entrance;

    Admission(Operations operations, Entrance entrance) {
        this.operations = operations;
        this.entrance = entrance;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Operation operation = operations.current();
        HttpServletRequest request = Visit.request(JAXRSUtils.getCurrentMessage());
        Visit visit = Visit.of(request);
        visit.template(operation.path());
        entrance.admit(request, visit, operation);
        boolean json = operation.is(Produces.class)
                || operation.download()
                || context.getAcceptableMediaTypes().stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        if (!json) {
            throw new NotAcceptableException();
        }
    }
}
