package io.renoz.platform.registry.shell;

import io.renoz.kernel.ModuleStates;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:module-list}. */
@Service
@Command(scope = "renoz", name = "module-list", description = "Lists the modules of this node, or of an organization")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class ModuleList extends OrganizationCommand {

    @Option(name = "--org", description = "Id or slug of an organization")
    @Nullable
    String organization;

    @Option(name = "--json", description = "For programs")
    boolean json;

    @Reference
    ModuleStates states;

    @Override
    public @Nullable Object execute() {
        var output = new Output("module", "version", "state", "reason");
        if (organization == null) {
            states.all().forEach(m -> output.add(m.module(), m.version(), m.state(), m.reason()));
        } else {
            desk.modules(organization(organization))
                    .forEach(m -> output.add(m.name(), m.version(), m.state(), m.stateReason()));
        }
        output.print(session.getConsole(), json);
        return null;
    }
}
