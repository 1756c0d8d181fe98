package io.renoz.platform.rest.caller;

import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.kernel.OperatorTokens;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.security.Authenticator;
import io.renoz.security.TenantStatus;
import java.time.Clock;

/** Makes entrances without a framework around them. */
public final class Entrances {

    private Entrances() {}

    public static Entrance of(
            Transactions transactions,
            Databases databases,
            ModuleGate gate,
            Modules modules,
            OperatorTokens operators,
            Authenticator authenticator,
            TenantStatus status) {
        var cache = new PrincipalCache(Clock.systemUTC());
        cache.hear(true);
        return new Entrance(
                transactions,
                databases,
                gate,
                modules,
                operators,
                cache,
                new Rates(Clock.systemUTC()),
                new Lasting<>(authenticator),
                new Lasting<>(status),
                new Foreign());
    }
}
