package io.renoz.platform.registry.shell;

import io.renoz.kernel.ModuleStates;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** {@code renoz:module-info}. */
@Service
@Command(scope = "renoz", name = "module-info", description = "Tells what a module declares and how it stands here")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class ModuleInfo implements Action {

    @Argument(name = "module", required = true, description = "Name of the module")
    String module;

    @Option(name = "--json", description = "For programs")
    boolean json;

    @Reference
    Session session;

    @Reference
    Modules modules;

    @Reference
    ModuleStates states;

    @Override
    public @Nullable Object execute() {
        ModuleDescriptor descriptor = modules.find(module)
                .orElseThrow(() -> new IllegalArgumentException("No module " + module + " is deployed."));
        var output = new Output("what", "value");
        output.add("name", descriptor.name());
        output.add("title", descriptor.title());
        output.add("version", descriptor.version());
        output.add("kind", descriptor.kind());
        output.add("vendor", descriptor.vendor());
        output.add("schema", descriptor.schema());
        output.add("requires", String.join(", ", descriptor.requires()));
        output.add("uses", String.join(", ", descriptor.uses()));
        output.add("permissions", String.join(", ", descriptor.permissions()));
        states.all().stream().filter(m -> m.module().equals(module)).forEach(m -> {
            output.add("state", m.state());
            output.add("reason", m.reason());
        });
        output.print(session.getConsole(), json);
        return null;
    }
}
