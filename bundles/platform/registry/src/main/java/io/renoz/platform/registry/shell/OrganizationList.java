package io.renoz.platform.registry.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code renoz:organization-list}. */
@Service
@Command(scope = "renoz", name = "organization-list", description = "Lists organizations by their slugs")
public final class OrganizationList extends OrganizationCommand {

    @Option(name = "--limit", description = "At most so many")
    int limit = 200;

    @Option(name = "--json", description = "For programs")
    boolean json;

    @Override
    public @Nullable Object execute() {
        var output = new Output("id", "slug", "name", "status");
        organizations.first(limit).forEach(o -> output.add(o.id(), o.slug(), o.name(), o.status()));
        output.print(session.getConsole(), json);
        return null;
    }
}
