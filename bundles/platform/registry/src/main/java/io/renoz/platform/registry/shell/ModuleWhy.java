package io.renoz.platform.registry.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:module-why}. */
@Service
@Command(scope = "renoz", name = "module-why", description = "Explains how a module stands for an organization")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class ModuleWhy extends OrganizationCommand {

    @Argument(index = 0, name = "organization", required = true, description = "Id or slug")
    String organization;

    @Argument(index = 1, name = "module", required = true, description = "Name of the module")
    String module;

    @Override
    public @Nullable Object execute() {
        desk.why(organization(organization), module).forEach(session.getConsole()::println);
        return null;
    }
}
