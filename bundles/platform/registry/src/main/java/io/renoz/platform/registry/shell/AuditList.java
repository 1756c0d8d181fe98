package io.renoz.platform.registry.shell;

import io.renoz.data.ListQuery;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:audit}. */
@Service
@Command(scope = "renoz", name = "audit", description = "Shows what operators did, the newest first")
public final class AuditList extends TokenCommand {

    @Option(name = "--limit", description = "At most so many, and 200")
    int limit = 50;

    @Option(name = "--json", description = "For programs")
    boolean json;

    @Override
    public @Nullable Object execute() {
        var output = new Output("at", "who", "act", "organization", "details");
        audit.list(ListQuery.first(Math.min(limit, ListQuery.MAX_LIMIT)))
                .items()
                .forEach(e -> output.add(e.createdAt(), e.tokenName(), e.act(), e.organization(), e.details()));
        output.print(session.getConsole(), json);
        return null;
    }
}
