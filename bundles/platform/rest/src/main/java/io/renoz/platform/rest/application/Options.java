package io.renoz.platform.rest.application;

import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.operation.Operations;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/** Answers OPTIONS: which methods an address takes. */
@PreMatching
final class Options implements ContainerRequestFilter {

    private final Operations operations;

    Options(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getMethod().equals("OPTIONS")) {
            String allowed = operations.allowed(
                    Visit.request(JAXRSUtils.getCurrentMessage()).getRequestURI());
            if (allowed.isEmpty()) {
                throw new NotFoundException();
            }
            context.abortWith(
                    Response.noContent().header(HttpHeaders.ALLOW, allowed).build());
        }
    }
}
