package io.renoz.platform.registry.switching;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.kernel.ModuleStates;
import io.renoz.module.Modules;
import io.renoz.platform.registry.operator.Audit;
import io.renoz.platform.registry.operator.Organizations;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an operator at the shell can do to the modules of an organization. */
@Component(service = SetDesk.class)
public final class SetDesk {

    /** Who acts, in the audit. */
    public static final String SHELL = "shell";

    private final Modules modules;
    private final ModuleStates states;
    private final ModuleSwitch sets;
    private final Organizations organizations;
    private final Databases databases;
    private final Audit audit;

    @Activate
    public SetDesk(
            @Reference Modules modules,
            @Reference ModuleStates states,
            @Reference ModuleSwitch sets,
            @Reference Organizations organizations,
            @Reference Databases databases,
            @Reference Audit audit) {
        this.modules = modules;
        this.states = states;
        this.sets = sets;
        this.organizations = organizations;
        this.databases = databases;
        this.audit = audit;
    }

    private static Call shell() {
        return new Call(null, Actor.operator(SHELL), Set.of("*"), Request.none(Ids.next()), false);
    }

    /** The modules as the organization sees them. */
    public List<ModuleView> modules(UUID organization) {
        return organizations.inside(shell(), organization, true, () -> views().all());
    }

    /** Turns one module on or off; twice is once. */
    public ModuleView turn(UUID organization, String module, boolean on, @Nullable String reason) {
        var wish =
                on ? new ModuleSwitch.Wish(Set.of(module), Set.of()) : new ModuleSwitch.Wish(Set.of(), Set.of(module));
        audit.write(SHELL, on ? "module-enable" : "module-disable", organization, Map.of("module", module));
        return organizations.inside(shell(), organization, false, () -> {
            sets.change(enabled -> wish, Cause.OPERATOR, reason, Optional.empty());
            return view(module);
        });
    }

    /** Explains in sentences why a module is as it is for the organization. */
    public List<String> why(UUID organization, String module) {
        return organizations.inside(shell(), organization, true, () -> Explanation.of(view(module), views().all()));
    }

    private ModuleView view(String module) throws SQLException {
        return views().find(module).orElseThrow(() -> Problem.notFound("module"));
    }

    private ModuleViews views() throws SQLException {
        try (Connection connection = databases.module("platform").getConnection()) {
            return new ModuleViews(modules, states, new SetRows(connection).modules());
        }
    }
}
