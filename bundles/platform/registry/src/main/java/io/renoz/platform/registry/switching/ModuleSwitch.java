package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.kernel.ModuleSets;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.platform.registry.gate.ModuleSet;
import io.renoz.platform.registry.gate.OrganizationSets;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes the set of the current organization in its transaction.
 *
 * <p>Of two changes at once one goes on and the other is told 409 {@code job-running} at once: it could not know what it
 * changes. One that comes when the other has committed meets the new set, and 412 if it expected the old one.
 */
@Component(service = {ModuleSets.class, ModuleSwitch.class})
public final class ModuleSwitch implements ModuleSets {

    private final Modules modules;
    private final ModuleStates states;
    private final OrganizationSets sets;
    private final Transactions transactions;
    private final Databases databases;
    private final Consequences consequences;

    @Activate
    public ModuleSwitch(
            @Reference Modules modules,
            @Reference ModuleStates states,
            @Reference OrganizationSets sets,
            @Reference Transactions transactions,
            @Reference Databases databases,
            @Reference Consequences consequences) {
        this.modules = modules;
        this.states = states;
        this.sets = sets;
        this.transactions = transactions;
        this.databases = databases;
        this.consequences = consequences;
    }

    /** What to turn on and off, names of core modules among them; all else stays. */
    record Wish(Set<String> on, Set<String> off) {}

    /** Says what is wished, when the set can no longer change under it; {@code enabled} is without core modules. */
    @FunctionalInterface
    interface Wishing {
        Wish wish(Set<String> enabled);
    }

    @Override
    public void enable(Set<String> names, Cause cause, String reason) {
        Set<String> all = new Resolver(modules.all()).closure(names);
        change(enabled -> new Wish(all, Set.of()), cause, reason, Optional.empty());
    }

    /** Carries a wish out and gives the set as it is then; writes nothing when it is so already (PLT-04). */
    ModuleSet change(Wishing wishing, Cause cause, @Nullable String reason, Optional<String> ifMatch) {
        try (Connection connection = databases.module("platform").getConnection()) {
            var rows = new SetRows(connection);
            if (!rows.lock()) {
                throw Problem.of("job-running", "The modules of this organization are being changed at this moment.");
            }
            long revision = rows.revision();
            Expectation.check(ifMatch, revision);
            var known = rows.modules();
            var enabled = new TreeSet<String>();
            known.values().stream()
                    .filter(SetRows.Row::on)
                    .map(SetRows.Row::module)
                    .forEach(enabled::add);
            Wish wish = wishing.wish(enabled);
            Plan plan = new Resolver(modules.all()).plan(enabled, wish.on(), wish.off());
            if (plan.isEmpty()) {
                return new ModuleSet(revision, enabled);
            }
            plan.add().forEach(this::running);
            enabled.addAll(plan.added());
            plan.remove().forEach(enabled::remove);
            var change = new Change(plan, known, new ModuleSet(revision + 1, enabled), cause, reason);
            carryOut(change, rows);
            return change.set();
        } catch (SQLException e) {
            throw new IllegalStateException("The module set could not be changed", e);
        }
    }

    private void carryOut(Change change, SetRows rows) throws SQLException {
        UUID organization = Call.tenant();
        sets.foresee(organization, change.set()); // hooks may use what comes on with them
        consequences.before(change);
        rows.write(change.on(), change.off(), change.set(), change.cause(), change.reason());
        consequences.tell(change);
        transactions.afterCommit(() -> sets.replace(organization, change.set()));
    }

    /** The set as the organization's transaction sees it. */
    ModuleSet current() {
        return sets.of(Call.tenant());
    }

    /** Its hooks have to be asked, so it has to run. */
    private void running(ModuleDescriptor module) {
        states.all().stream()
                .filter(state ->
                        state.module().equals(module.name()) && !state.state().equals("active"))
                .findFirst()
                .ifPresent(ModuleSwitch::refuse);
    }

    private static void refuse(ModuleState state) {
        throw Problem.of("module-suspended", state.module() + " does not run: " + state.reason())
                .with("module", state.module());
    }
}
