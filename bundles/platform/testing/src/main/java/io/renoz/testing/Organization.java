package io.renoz.testing;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A tenant of a test, and whoever acts in it. Immutable. */
public final class Organization {

    private final TestPlatform platform;
    private final UUID id;
    private final Call call;

    Organization(TestPlatform platform) {
        this(platform, Ids.next());
    }

    private Organization(TestPlatform platform, UUID id) {
        this(platform, id, Call.system(id, "test"));
    }

    private Organization(TestPlatform platform, UUID id, Call call) {
        this.platform = platform;
        this.id = id;
        this.call = call;
    }

    public UUID id() {
        return id;
    }

    /** The same tenant with a user acting, who has these permissions only. */
    public Organization as(UUID user, String... permissions) {
        var actor = new Actor(Actor.Kind.USER, user, "Tess Ter", null, null, null);
        return new Organization(platform, id, new Call(id, actor, Set.of(permissions), call.request(), false));
    }

    /** The same with an If-Match header for what is done next. */
    public Organization ifMatch(int version) {
        var request = new Request(Ids.next(), Optional.of("\"" + version + "\""), Optional.empty(), Optional.empty());
        return new Organization(platform, id, new Call(id, call.actor(), call.permissions(), request, false));
    }

    /** Does something in a transaction of its own. */
    public <T extends @Nullable Object> T call(Callable<T> work) {
        return platform.transactions().run(call, work);
    }

    /** The same without a result. */
    public void run(Runnable work) {
        platform.transactions().run(call, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Reads in a read-only transaction. */
    public <T extends @Nullable Object> T read(Callable<T> work) {
        return platform.transactions().run(call.reading(), work);
    }

    /** One statement of SQL under a module's role; returns how many rows it touched. */
    public int sql(String module, String text, Object... arguments) {
        return call(() -> {
            try (Connection connection = platform.databases().module(module).getConnection();
                    PreparedStatement statement = connection.prepareStatement(text)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                statement.execute();
                return statement.getUpdateCount();
            }
        });
    }
}
