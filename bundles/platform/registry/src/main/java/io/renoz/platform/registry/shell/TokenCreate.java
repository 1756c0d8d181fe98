package io.renoz.platform.registry.shell;

import io.renoz.platform.registry.switching.SetDesk;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:token-create}. */
@Service
@Command(scope = "renoz", name = "token-create", description = "Makes an operator token and prints its secret, once")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class TokenCreate extends TokenCommand {

    @Argument(name = "name", required = true, description = "What it is for")
    String name;

    @Override
    public @Nullable Object execute() {
        audit.write(SetDesk.SHELL, "token-create", null, Map.of("name", name));
        session.getConsole().println(tokens.create(name, null).token());
        return null;
    }
}
