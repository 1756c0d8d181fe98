package io.renoz.platform.registry.shell;

import io.renoz.platform.registry.switching.SetDesk;
import java.util.Map;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:token-revoke}. */
@Service
@Command(scope = "renoz", name = "token-revoke", description = "Ends an operator token on every node at once")
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
public final class TokenRevoke extends TokenCommand {

    @Argument(name = "id", required = true, description = "Id of the token, as token-list shows it")
    String id;

    @Override
    public @Nullable Object execute() {
        audit.write(SetDesk.SHELL, "token-revoke", null, Map.of("id", id));
        session.getConsole().println(tokens.revoke(UUID.fromString(id)).name() + " is revoked.");
        return null;
    }
}
