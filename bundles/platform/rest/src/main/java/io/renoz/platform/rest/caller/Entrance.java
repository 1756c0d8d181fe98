package io.renoz.platform.rest.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Lent;
import io.renoz.data.Transactions;
import io.renoz.kernel.OperatorTokens;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.problem.Problem;
import io.renoz.rest.InPerson;
import io.renoz.rest.WhileEnrolling;
import io.renoz.rest.WhileSuspended;
import io.renoz.security.Authenticator;
import io.renoz.security.Principal;
import io.renoz.security.TenantStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.http.HttpServletRequest;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks everybody who they are and whether they may. Thread-safe. */
@Component(service = Entrance.class)
public final class Entrance {

    private static final Logger log = LoggerFactory.getLogger(Entrance.class);

    private final Transactions transactions;
    private final ModuleGate gate;
    private final OperatorTokens operators;
    private final PrincipalCache principals;
    private final OperatorAudit audit;
    private final Effective effective;
    private final Rates rates;
    private final Lasting<Authenticator> authenticator;
    private final Lasting<TenantStatus> status;
    private final Foreign foreign;
    private final Cache<String, Boolean> touched = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5)) // ends of idle sessions are hours away
            .build();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "renoz-token-use");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Entrance(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference Databases databases,
            @Reference ModuleGate gate,
            @Reference Modules modules,
            @Reference OperatorTokens operators,
            @Reference Forgetting forgetting,
            @Reference Clock clock) {
        this(
                transactions,
                databases,
                gate,
                modules,
                operators,
                forgetting.cache(),
                new Rates(clock),
                new Lasting<>(context, Authenticator.class),
                new Lasting<>(context, TenantStatus.class),
                new Foreign(context));
    }

    Entrance(
            Transactions transactions,
            Databases databases,
            ModuleGate gate,
            Modules modules,
            OperatorTokens operators,
            PrincipalCache principals,
            Rates rates,
            Lasting<Authenticator> authenticator,
            Lasting<TenantStatus> status,
            Foreign foreign) {
        this.transactions = transactions;
        this.gate = gate;
        this.operators = operators;
        this.principals = principals;
        this.audit = new OperatorAudit(databases);
        this.effective = new Effective(gate, modules);
        this.rates = rates;
        this.authenticator = authenticator;
        this.status = status;
        this.foreign = foreign;
    }

    @Deactivate
    void close() {
        background.shutdownNow();
        authenticator.close();
        status.close();
        foreign.close();
    }

    /**
     * Lets a request in to an operation, or refuses.
     *
     * @throws Problem {@code unauthenticated}, {@code organization-suspended}, {@code organization-closed}, {@code
     *     module-not-enabled}, {@code forbidden}, {@code mfa-required}
     */
    public void admit(HttpServletRequest request, Visit visit, Operation operation) {
        switch (operation.plane()) {
            case ANONYMOUS ->
                visit.call(new Call(
                        null, Actor.system("anonymous"), Set.of(), Visit.describe(request), operation.reading()));
            case OPERATOR -> admitOperator(request, visit, operation);
            case TENANT -> admitTenant(request, visit, operation);
        }
    }

    private void admitOperator(HttpServletRequest request, Visit visit, Operation operation) {
        String name = operator(request);
        if (!operation.reading()) {
            String path = String.valueOf(request.getRequestURI());
            audit.write(
                    name,
                    operation.verb() + " " + operation.path().replaceFirst("^/api/v1/operator", ""),
                    OrganizationPaths.organization(operation.path(), path),
                    path,
                    visit.id());
        }
        visit.call(operatorCall(request, name, operation.reading()));
    }

    /**
     * The operator behind a request.
     *
     * @throws Problem {@code unauthenticated}
     */
    public String operator(HttpServletRequest request) {
        return Bearer.of(request).flatMap(operators::nameOf).orElseThrow(Entrance::unauthenticated);
    }

    private static Call operatorCall(HttpServletRequest request, String name, boolean reading) {
        return new Call(null, Actor.operator(name), Set.of("*"), Visit.describe(request), reading);
    }

    private void admitTenant(HttpServletRequest request, Visit visit, Operation operation) {
        Principal principal = principal(request);
        if (!operation.is(WhileEnrolling.class)) {
            requireFree(principal);
        }
        Call call = tenant(principal, request, visit, operation.reading());
        if (operation.is(InPerson.class) && call.actor().kind() == Actor.Kind.API_TOKEN) {
            throw Problem.of("forbidden", "This is for people who have signed in; no token may do it.");
        }
        pass(call, operation.reading() || operation.is(WhileSuspended.class));
        if (!operation.module().isEmpty()) {
            enabled(call, operation.module());
        }
        if (!operation.free()) {
            call.require(operation.permission());
        }
    }

    /**
     * The member of an organization behind a request.
     *
     * @throws Problem {@code unauthenticated}, {@code too-many-requests}, {@code mfa-required}
     */
    public Call tenant(HttpServletRequest request, Visit visit, boolean reading) {
        Principal principal = principal(request);
        requireFree(principal);
        return tenant(principal, request, visit, reading);
    }

    private Principal principal(HttpServletRequest request) {
        return Bearer.of(request)
                .flatMap(token -> principals.find(token, () -> lookUp(request, token)))
                .filter(known -> known.mayComeFrom(Optional.ofNullable(request.getRemoteAddr())))
                .orElseThrow(Entrance::unauthenticated);
    }

    /** USR-07: who has to enrol a second factor does nothing else before. */
    private static void requireFree(Principal principal) {
        String slug = principal.obstacle();
        if (slug != null) {
            throw Problem.of(slug, "Your organization wants a second factor: enrol one first, at users/me/mfa.");
        }
    }

    private Call tenant(Principal principal, HttpServletRequest request, Visit visit, boolean reading) {
        UUID token = principal.actor().token();
        if (token != null) {
            rates.count(token, visit::header);
        }
        touch(principal, request);
        Effective.Known may = effective.of(principal);
        var call = new Call(
                principal.organization(),
                principal.actor(),
                may.permissions(),
                Visit.describe(request),
                reading,
                new Lent(may.lent()));
        visit.call(call);
        return call;
    }

    /**
     * A member of an organization that may be read in.
     *
     * @throws Problem {@code unauthenticated}, {@code organization-closed}
     */
    public Call member(HttpServletRequest request, Visit visit) {
        Call call = tenant(request, visit, true);
        pass(call, true);
        return call;
    }

    private Optional<Principal> lookUp(HttpServletRequest request, String token) {
        if (foreign.issued(token)) {
            return foreign.find(token, (organization, look) -> inside(organization, request, look));
        }
        return authenticator.ask(known -> known.organizationOf(token)
                .flatMap(organization -> inside(organization, request, () -> known.authenticate(token))));
    }

    private Optional<Principal> inside(
            UUID organization, HttpServletRequest request, Callable<Optional<Principal>> look) {
        var call = new Call(organization, Actor.system("sign-in"), Set.of("*"), Visit.describe(request), true);
        return transactions
                .run(call, look)
                .filter(principal -> principal.organization().equals(organization));
    }

    /** Notes that a token is used, every few minutes and behind the request's back. */
    private void touch(Principal principal, HttpServletRequest request) {
        Actor actor = principal.actor();
        String key = principal.organization() + " " + actor.token() + " " + actor.session() + " " + actor.id();
        if (touched.asMap().putIfAbsent(key, Boolean.TRUE) != null) {
            return;
        }
        var call = new Call(
                principal.organization(), Actor.system("token use"), Set.of("*"), Visit.describe(request), false);
        try {
            background.execute(() -> touch(principal, call));
        } catch (RejectedExecutionException e) {
            log.debug("The platform ends; the use of a token is not noted");
        }
    }

    private void touch(Principal principal, Call call) {
        try {
            authenticator.ask(known -> transactions.run(call, () -> {
                known.touch(principal);
                return null;
            }));
        } catch (RuntimeException e) {
            log.warn("The use of a token could not be noted: {}", e.toString());
        }
    }

    /**
     * Refuses where the organization may not be worked in.
     *
     * @throws Problem {@code organization-suspended}, {@code organization-closed}
     */
    private void pass(Call call, boolean whileSuspended) {
        UUID organization = call.organization();
        if (organization == null) {
            return;
        }
        status.ask(known -> known.obstacle(organization)).ifPresent(slug -> {
            if (!slug.equals("organization-suspended") || !whileSuspended) {
                throw Problem.of(slug, obstacle(slug));
            }
        });
    }

    private static String obstacle(String slug) {
        return slug.equals("organization-suspended")
                ? "Your organization is suspended; its records can be read, not changed."
                : "Your organization is closed.";
    }

    private void enabled(Call call, String module) {
        UUID organization = call.organization();
        if (organization == null || !gate.isEnabled(organization, module)) {
            Problem problem = Problem.of("module-not-enabled", "Your organization has not turned on " + module + ".")
                    .with("module", module);
            throw call.permits("modules.manage")
                    ? problem.with("enable", "/api/v1/modules/" + module + "/enabled")
                    : problem;
        }
    }

    /** The answer to a request for a module that is deployed and does not run. */
    public Problem absent(HttpServletRequest request, Visit visit, String module) {
        try {
            boolean reading = Visit.reads(request.getMethod());
            Call call = tenant(request, visit, reading);
            pass(call, reading);
            enabled(call, module);
        } catch (Problem refusal) {
            return refusal;
        }
        return Problem.of("module-suspended", "The module " + module + " does not run at the moment; nothing is lost.")
                .with("module", module);
    }

    private static Problem unauthenticated() {
        return Problem.of("unauthenticated", "Send a valid bearer token.");
    }
}
