package io.renoz.platform.registry.shell;

import io.renoz.data.ListQuery;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:token-list}. */
@Service
@Command(scope = "renoz", name = "token-list", description = "Lists operator tokens, never their secrets")
public final class TokenList extends TokenCommand {

    @Option(name = "--json", description = "For programs")
    boolean json;

    @Override
    public @Nullable Object execute() {
        var output = new Output("id", "name", "created", "expires", "revoked", "lastUsed");
        tokens.list(ListQuery.first(ListQuery.MAX_LIMIT))
                .items()
                .forEach(
                        t -> output.add(t.id(), t.name(), t.createdAt(), t.expiresAt(), t.revokedAt(), t.lastUsedAt()));
        output.print(session.getConsole(), json);
        return null;
    }
}
