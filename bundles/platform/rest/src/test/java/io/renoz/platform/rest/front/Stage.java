package io.renoz.platform.rest.front;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.platform.rest.application.Publisher;
import io.renoz.platform.rest.caller.Entrance;
import io.renoz.platform.rest.caller.Entrances;
import io.renoz.platform.rest.health.Figures;
import io.renoz.platform.rest.openapi.ApiPart;
import io.renoz.platform.rest.openapi.Documents;
import io.renoz.platform.rest.operation.Mount;
import io.renoz.platform.rest.sample.FileResource;
import io.renoz.platform.rest.sample.GrantResource;
import io.renoz.platform.rest.sample.HostResource;
import io.renoz.platform.rest.sample.ModuleResource;
import io.renoz.platform.rest.sample.PolicyResource;
import io.renoz.security.Authenticator;
import io.renoz.security.Principal;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The HTTP side in a servlet container, with one module behind it and no database. */
final class Stage implements AutoCloseable {

    static final UUID ACME = UUID.fromString("01980000-0000-7000-8000-00000000000a");
    static final ModuleDescriptor WARRANTY = new ModuleDescriptor(
            "warranty",
            "1.0",
            "Warranty",
            "standard",
            "Renoz",
            Set.of(),
            Set.of(),
            Map.of("admin", Set.of("warranty.read", "warranty.write", "warranty.delete", "warranty.decide")));
    static final ModuleDescriptor ASLEEP = new ModuleDescriptor(
            "asleep", "1.0", "Asleep", "standard", "Renoz", Set.of(), Set.of(), Map.of("admin", Set.of("asleep.read")));

    final Set<String> on = ConcurrentHashMap.newKeySet();
    final Map<String, ModuleDescriptor> deployed =
            new ConcurrentHashMap<>(Map.of("warranty", WARRANTY, "asleep", ASLEEP));
    final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();
    final Map<String, UUID> lent = new ConcurrentHashMap<>();
    final Figures figures = new Figures();
    final Doors doors = new Doors(context(), figures);
    final PolicyResource policies = new PolicyResource();
    final FileResource files = new FileResource();
    final HttpClient client = HttpClient.newHttpClient();
    volatile Optional<String> obstacle = Optional.empty();
    final AtomicInteger transactions = new AtomicInteger();
    private final Server server = new Server();
    private final Publisher publisher;
    private volatile Publisher.Application application;
    private final Publisher.Application kernel;
    private final Publisher.Application operator;

    /** Without a database. */
    Stage() throws Exception {
        this(null, new NoDatabases());
    }

    /** Over a database. */
    Stage(@Nullable Transactions real, Databases databases) throws Exception {
        on.addAll(Set.of("warranty", "asleep"));
        tokens.put(
                "all", Set.of("warranty.read", "warranty.write", "warranty.delete", "warranty.decide", "asleep.read"));
        tokens.put("reader", Set.of("warranty.read"));
        var gate = new Gate();
        var modules = new Deployed();
        Transactions one = real == null ? new Straight() : real;
        Entrance entrance = Entrances.of(
                one,
                databases,
                gate,
                modules,
                token -> Optional.of(token).filter("op"::equals).map(t -> "host"),
                new Known(),
                organization -> obstacle);
        publisher = new Publisher(one, databases, entrance);
        var runtime = new CXFNonSpringServlet();
        runtime.setBus(publisher.bus());
        var handler = new ServletContextHandler();
        var holder = new ServletHolder(new FrontServlet(
                doors,
                entrance,
                modules,
                runtime,
                "modules"::equals,
                Documents.of(this::parts, entrance, gate),
                figures));
        holder.setAsyncSupported(true);
        holder.setInitParameter("hide-service-list-page", "true");
        handler.addServlet(holder, "/api/v1/*");
        var connector = new ServerConnector(server);
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        appear();
        kernel = publisher.publish(Mount.kernel(), List.of(new ModuleResource()));
        doors.open("");
        operator = publisher.publish(Mount.operator(), List.of(new HostResource()));
        doors.open("operator");
    }

    private Collection<ApiPart> parts() {
        return List.of(application.part(), kernel.part(), operator.part());
    }

    /** The module's application comes. */
    final void appear() {
        application = publisher.publish(Mount.of(WARRANTY), List.of(policies, new GrantResource(), files));
        doors.open("warranty");
    }

    /** The module's application goes. */
    void vanish() {
        doors.hold("warranty", java.time.Duration.ofSeconds(5));
        application.close();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer all");
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return send("POST", path, json, headers);
    }

    HttpResponse<String> send(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        var request = to(path).method(method, HttpRequest.BodyPublishers.ofString(json));
        request.header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        publisher.close();
    }

    private static BundleContext context() {
        Bundle system = (Bundle) Proxy.newProxyInstance(
                Stage.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> method.getName().equals("getState") ? Bundle.ACTIVE : null);
        return (BundleContext) Proxy.newProxyInstance(
                Stage.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("getBundle") ? system : null);
    }

    private final class Known implements Authenticator {
        @Override
        public Optional<UUID> organizationOf(String token) {
            return tokens.containsKey(token) ? Optional.of(ACME) : Optional.empty();
        }

        @Override
        public Optional<Principal> authenticate(String token) {
            var id = new UUID(1, token.hashCode());
            var actor = token.startsWith("program")
                    ? new Actor(Actor.Kind.API_TOKEN, id, token, null, id, null)
                    : new Actor(Actor.Kind.USER, id, token, null, null, null);
            return Optional.ofNullable(tokens.get(token))
                    .map(permissions -> new Principal(ACME, actor, permissions, Instant.MAX, List.of(), lent))
                    .map(principal -> token.equals("bare") ? principal.heldUp("mfa-required") : principal);
        }

        @Override
        public void touch(Principal principal) {}
    }

    private final class Deployed implements Modules {
        @Override
        public Collection<ModuleDescriptor> all() {
            return deployed.values();
        }

        @Override
        public Optional<ModuleDescriptor> find(String name) {
            return Optional.ofNullable(deployed.get(name));
        }
    }

    private final class Gate implements ModuleGate {
        @Override
        public boolean isEnabled(String module) {
            return on.contains(module);
        }

        @Override
        public boolean isEnabled(UUID organization, String module) {
            return on.contains(module);
        }

        @Override
        public void require(String module) {}

        @Override
        public Set<String> enabled() {
            return new HashSet<>(on);
        }

        @Override
        public Stream<UUID> organizationsWith(String module) {
            return Stream.of(ACME);
        }

        @Override
        public String revision(UUID organization) {
            return String.valueOf(on.hashCode());
        }
    }

    private final class Straight implements Transactions {
        @Override
        public <T> T run(Call call, Callable<T> work) {
            transactions.incrementAndGet();
            try {
                return call.run(work);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <T> T apart(Call call, Callable<T> work) {
            return run(call, work);
        }

        @Override
        public void afterCommit(Runnable work) {
            work.run();
        }

        @Override
        public void afterRollback(Runnable work) {
            // nothing rolls back here
        }
    }

    private static final class NoDatabases implements Databases {
        @Override
        public DataSource owner() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSource platform() {
            return (DataSource) Proxy.newProxyInstance(
                    Stage.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                        throw new java.sql.SQLException("There is no database.", "08001");
                    });
        }

        @Override
        public DataSource module(String module) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSource shared() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean healthy() {
            return true;
        }
    }
}
