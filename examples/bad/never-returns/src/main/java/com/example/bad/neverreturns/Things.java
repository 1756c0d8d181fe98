package com.example.bad.neverreturns;

import io.renoz.rest.Resource;
import java.util.concurrent.CountDownLatch;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Component;

/** Waits for what never happens. */
@Component
@Path("things")
public final class Things implements Resource {

    @GET
    public void get() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
