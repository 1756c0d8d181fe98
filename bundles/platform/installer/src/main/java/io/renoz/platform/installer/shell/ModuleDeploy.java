package io.renoz.platform.installer.shell;

import io.renoz.platform.installer.Installer;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** {@code renoz:module-deploy}. */
@Service
@Command(
        scope = "renoz",
        name = "module-deploy",
        description = "Brings up the module of a file, or replaces the one that runs, and waits until it serves")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class ModuleDeploy implements Action {

    @Argument(name = "file", required = true, description = "A .jar, or a .zip of the module's bundles")
    String file;

    @Reference
    Session session;

    @Reference
    Installer installer;

    @Override
    public @Nullable Object execute() throws IOException, InterruptedException {
        session.getConsole().println(installer.deploy(Path.of(file)));
        return null;
    }
}
