package io.renoz.platform.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.platform.registry.Catalogue;
import io.renoz.platform.registry.ScratchDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class GateIT {

    private final Databases databases = ScratchDatabase.databases();
    private final Catalogue catalogue = new Catalogue();
    private final Gate gate = new Gate(databases, catalogue, catalogue);
    private final UUID organization = Ids.next();

    /** As another node does it. */
    private void switchElsewhere(long revision, String module, String wish) {
        ScratchDatabase.execute("""
                begin;
                insert into platform.module_set_revisions (organization_id, revision, modules, added, removed, cause)
                  values ('%1$s', %2$d, '{}', '{}', '{}', 'admin');
                insert into platform.organization_modules (organization_id, module, wish, since, revision)
                  values ('%1$s', '%3$s', '%4$s', now(), %2$d)
                  on conflict (organization_id, module) do update set wish = excluded.wish, revision = excluded.revision;
                commit;
                """.formatted(organization, revision, module, wish));
    }

    private static void await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void hearsWhatOtherNodesSwitch() throws InterruptedException {
        var watch = new SetWatch(databases, gate, (module, files) -> false);
        try {
            assertThat(gate.isEnabled(organization, "tools")).isFalse();
            switchElsewhere(1, "tools", "enabled");
            await(Duration.ofSeconds(3), () -> gate.isEnabled(organization, "tools"));
            for (int revision = 2; revision < 12; revision++) {
                boolean on = revision % 2 == 1;
                switchElsewhere(revision, "tools", on ? "enabled" : "disabled");
                await(Duration.ofMillis(500), () -> gate.isEnabled(organization, "tools") == on);
            }
        } finally {
            watch.close();
        }
    }

    @Test
    void findsByItselfWhatNoHintTold() throws InterruptedException {
        var watch = new SetWatch(databases, gate, (module, files) -> false);
        try {
            assertThat(gate.isEnabled(organization, "tools")).isFalse();
            switchElsewhere(1, "orders", "enabled");
            await(Duration.ofSeconds(3), () -> gate.isEnabled(organization, "orders"));
            ScratchDatabase.define("alter table platform.organization_modules disable trigger announce");
            switchElsewhere(2, "tools", "enabled");

            await(Duration.ofSeconds(5), () -> gate.isEnabled(organization, "tools"));
        } finally {
            ScratchDatabase.define("alter table platform.organization_modules enable trigger announce");
            watch.close();
        }
    }

    @Test
    void forgetsEverythingWhenTheDatabaseWasAway() throws InterruptedException {
        var watch = new SetWatch(databases, gate, (module, files) -> false);
        try {
            gate.replace(organization, new ModuleSet(99, Set.of("tools")));
            ScratchDatabase.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and pid <> pg_backend_pid()");

            await(Duration.ofSeconds(10), () -> !gate.isEnabled(organization, "tools"));
        } finally {
            watch.close();
        }
    }

    @Test
    void neverTakesAnOlderSetForANewer() {
        gate.replace(organization, new ModuleSet(5, Set.of("tools")));
        gate.replace(organization, new ModuleSet(4, Set.of()));

        assertThat(gate.isEnabled(organization, "tools")).isTrue();
        assertThat(gate.isEnabled(organization, "settings")).isTrue();
    }

    @Test
    void keepsTenThousandOrganizationsInAFewMegabytes() {
        var sets = new HashSet<Set<String>>();
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            gate.replace(id, new ModuleSet(1, i % 2 == 0 ? Set.of("tools", "orders") : Set.of("customers")));
            sets.add(java.util.Collections.unmodifiableSet(gate.of(id).modules()));
        }

        assertThat(sets).hasSize(2);
    }

    @Test
    void knowsWhoHasAModule() {
        UUID other = Ids.next();
        ScratchDatabase.organizations();
        ScratchDatabase.execute(
                "insert into settings.organizations (id) values ('%s'), ('%s')".formatted(organization, other));
        switchElsewhere(1, "orders", "enabled");

        assertThat(gate.organizationsWith("orders")).contains(organization).doesNotContain(other);
        assertThat(gate.organizationsWith("settings")).contains(organization, other);
    }
}
