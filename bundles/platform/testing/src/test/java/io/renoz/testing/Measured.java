package io.renoz.testing;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.platform.data.Standalone;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The platform over a wire that is listened to. */
public final class Measured implements AutoCloseable {

    private final Wire wire;
    private final Standalone platform;
    private final Tables tables;

    /** With the tables of one module. */
    public Measured(String module) throws Exception {
        var variables = new HashMap<>(TestPlatform.shared().environment());
        String url = String.valueOf(variables.get("RENOZ_DB_URL"));
        int colon = url.lastIndexOf(':');
        int slash = url.indexOf('/', colon);
        wire = new Wire(Integer.parseInt(url.substring(colon + 1, slash)));
        variables.put("RENOZ_DB_URL", url.substring(0, colon + 1) + wire.port() + url.substring(slash));
        platform = TestPlatform.shared().another(variables);
        tables = TestPlatform.tables(platform, module);
    }

    public Tables tables() {
        return tables;
    }

    /** Does it in a transaction of its own; says how often the server was waited for. */
    public <T extends @Nullable Object> int roundTrips(Call call, Callable<T> work) {
        wire.reset();
        platform.transactions().run(call, work);
        return wire.roundTrips();
    }

    @Override
    public void close() throws SQLException, IOException {
        platform.close();
        wire.close();
    }
}
