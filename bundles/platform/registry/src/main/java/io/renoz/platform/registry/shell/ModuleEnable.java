package io.renoz.platform.registry.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:module-enable}. */
@Service
@Command(scope = "renoz", name = "module-enable", description = "Turns a module on for an organization")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class ModuleEnable extends OrganizationCommand {

    @Argument(index = 0, name = "organization", required = true, description = "Id or slug")
    String organization;

    @Argument(index = 1, name = "module", required = true, description = "Name of the module")
    String module;

    @Option(name = "--reason", description = "For the history")
    @Nullable
    String reason;

    @Override
    public @Nullable Object execute() {
        var view = desk.turn(organization(organization), module, true, reason);
        session.getConsole().println(view.name() + " is " + view.state() + ".");
        return null;
    }
}
