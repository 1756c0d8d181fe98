package io.renoz.platform.rest.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.file.Downloads;
import io.renoz.platform.rest.file.Spool;
import io.renoz.platform.rest.file.UploadReader;
import io.renoz.platform.rest.idempotency.Idempotency;
import io.renoz.platform.rest.idempotency.KeptAnswers;
import io.renoz.platform.rest.json.Bodies;
import io.renoz.platform.rest.json.Checks;
import io.renoz.platform.rest.json.JsonReader;
import io.renoz.platform.rest.json.JsonWriter;
import io.renoz.platform.rest.json.Mappers;
import io.renoz.platform.rest.openapi.ApiPart;
import io.renoz.platform.rest.operation.Mount;
import io.renoz.platform.rest.operation.Operations;
import io.renoz.platform.rest.problem.ProblemMapper;
import io.renoz.platform.rest.problem.ProblemWriter;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.resource.ResourceManager;
import org.apache.cxf.resource.ResourceResolver;
import org.jspecify.annotations.Nullable;

/** Turns resources into applications of the JAX-RS runtime, all on one bus. */
public final class Publisher implements AutoCloseable {

    private final Bus bus;
    private final Transactions transactions;
    private final Entrance entrance;
    private final KeptAnswers kept;
    private final Spool spool = Spool.ofProcess();

    public Publisher(Transactions transactions, Databases databases, Entrance entrance) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.kept = new KeptAnswers(databases);
        this.bus =
                asCxf(() -> new CXFBusFactory().createBus(new HashMap<>(), new HashMap<>(Map.of("bus.id", "renoz"))));
        bus.getExtension(ResourceManager.class).addResourceResolver(new OneLoader());
    }

    /** What the servlet in front dispatches to. */
    public Bus bus() {
        return bus;
    }

    /** An application that answers. */
    public static final class Application implements AutoCloseable {

        private final Server server;
        private final Checks checks;
        private final ApiPart part;

        private Application(Server server, Checks checks, ApiPart part) {
            this.server = server;
            this.checks = checks;
            this.part = part;
        }

        /** What it has to say in OpenAPI documents. */
        public ApiPart part() {
            return part;
        }

        @Override
        public void close() {
            server.destroy();
            checks.close();
        }
    }

    /**
     * Publishes resources.
     *
     * @throws IllegalStateException when one of them says something that cannot be
     */
    public Application publish(Mount mount, Collection<?> resources) {
        return asCxf(() -> {
            var operations = new Operations(mount);
            ObjectMapper mapper = Mappers.create();
            Checks checks = Checks.create();
            Server server = null;
            try {
                server = server(mount, resources, operations, mapper, checks);
                return new Application(server, checks, ApiPart.of(mount, operations.all()));
            } catch (RuntimeException e) {
                checks.close();
                if (server != null) {
                    server.destroy();
                }
                throw e;
            }
        });
    }

    private Server server(
            Mount mount, Collection<?> resources, Operations operations, ObjectMapper mapper, Checks checks) {
        var factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(mount.address());
        factory.setResourceClasses(
                resources.stream().<Class<?>>map(Object::getClass).toList());
        var byClass = new HashMap<Class<?>, Object>();
        for (Object resource : resources) {
            byClass.put(resource.getClass(), resource);
            factory.setResourceProvider(resource.getClass(), new SingletonResourceProvider(resource));
        }
        for (ClassResourceInfo type : factory.getServiceFactory().getClassResourceInfo()) {
            operations.add(type, Objects.requireNonNull(byClass.get(type.getServiceClass())));
        }
        factory.setProviders(providers(operations, mapper, checks));
        factory.setInvoker(new Invoker(
                operations,
                transactions,
                new Idempotency(transactions, kept, mapper),
                new Answers(new Downloads(new ProblemWriter(mapper)))));
        Server server = factory.create();
        // It would let queries and headers choose another media type or method than the request's own.
        Object known = server.getEndpoint().get(ServerProviderFactory.class.getName());
        ((ServerProviderFactory) Objects.requireNonNull(known)).setRequestPreprocessor(null);
        return server;
    }

    private List<Object> providers(Operations operations, ObjectMapper mapper, Checks checks) {
        var bodies = new Bodies(mapper, checks);
        return List.of(
                new Options(operations),
                new Admission(operations, entrance),
                new UploadReader(
                        bodies,
                        transactions,
                        operations::current,
                        () -> Visit.request(JAXRSUtils.getCurrentMessage()),
                        spool),
                new JsonReader(
                        bodies, () -> Optional.ofNullable(operations.current().body())),
                new JsonWriter(mapper),
                new ProblemMapper(new ProblemWriter(mapper), operations),
                new MediaTypes(),
                new ListQueries(operations),
                new Parameters());
    }

    /** Work that needs the runtime's class loader on its thread. */
    private static <T> T asCxf(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CXFBusFactory.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        bus.shutdown(true);
    }

    /** Answers the question for a class loader that the runtime asks with every request, which is slow in OSGi. */
    private static final class OneLoader implements ResourceResolver {

        @Override
        public <T> @Nullable T resolve(String name, Class<T> type) {
            return type == ClassLoader.class ? type.cast(CXFBusFactory.class.getClassLoader()) : null;
        }

        @Override
        public @Nullable InputStream getAsStream(String name) {
            return null;
        }
    }
}
