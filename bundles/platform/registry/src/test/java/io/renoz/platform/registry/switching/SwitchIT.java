package io.renoz.platform.registry.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Request;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.kernel.RecordChange;
import io.renoz.module.ModuleChanges;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleLifecycle;
import io.renoz.module.Partners;
import io.renoz.platform.registry.Catalogue;
import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.platform.registry.gate.Gate;
import io.renoz.platform.registry.operator.Audit;
import io.renoz.platform.registry.operator.Organizations;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SwitchIT {

    private final Databases databases = ScratchDatabase.databases();
    private final Transactions transactions = ScratchDatabase.transactions();
    private final Catalogue catalogue = new Catalogue();
    private final Gate gate = new Gate(databases, catalogue, catalogue);
    private final List<String> told = new ArrayList<>();
    private final List<RecordChange> audit = new ArrayList<>();
    private final Hooks hooks = new Hooks();
    private final ModuleSwitch sets = new ModuleSwitch(
            catalogue,
            catalogue.states(),
            gate,
            transactions,
            databases,
            new Consequences(hooks, audit::addAll, (DomainEvent event) -> told.add(event.name())));
    private final ModulesResource modules = new ModulesResource(catalogue, catalogue.states(), gate, sets, databases);
    private final ModuleSetResource set =
            new ModuleSetResource(gate, sets, new WantedSets(catalogue, sets), new SetHistory(databases));
    private final UUID organization = Ids.next();
    private final UUID user = Ids.next();

    /** Orders wants to be asked, and somebody listens to every module. */
    private final class Hooks implements Partners, ModuleLifecycle, ModuleChanges {

        private Optional<Problem> veto = Optional.empty();
        private final List<String> seen = new ArrayList<>();

        @Override
        public void beforeEnable() {
            seen.add("orders sees customers on: " + gate.isEnabled("customers"));
            veto.ifPresent(problem -> {
                throw problem;
            });
        }

        @Override
        public void enabled(ModuleDescriptor module, boolean first) {
            seen.add(module.name() + (first ? " first" : " again"));
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            return List.of(new Partner<>("orders", extension.cast(this)));
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return deployed(extension);
        }

        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.empty();
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    }

    private <T> T as(Optional<String> ifMatch, Callable<T> work) {
        var actor = new Actor(Actor.Kind.USER, user, "Ada", null, null, null);
        var request = new Request(Ids.next(), ifMatch, Optional.empty(), Optional.empty());
        return transactions.run(new Call(organization, actor, Set.of("*"), request, false), work);
    }

    private <T> T call(Callable<T> work) {
        return as(Optional.empty(), work);
    }

    private Problem refusal(Callable<?> work) {
        return catchThrowableOfType(Problem.class, () -> call(work));
    }

    private SetInput wanted(List<String> remove, String... names) {
        var members = java.util.Arrays.stream(names)
                .map(name -> new SetMember(name, null, null))
                .toList();
        return new SetInput(null, members, remove, "as planned");
    }

    private String count(String table) {
        return ScratchDatabase.value(
                "select count(*) from platform." + table + " where organization_id = '" + organization + "'");
    }

    @Test
    void isInForceOnThisNodeWhenTheAnswerIsThere() {
        assertThat(gate.isEnabled(organization, "customers")).isFalse();

        ModuleView view =
                call(() -> modules.enable("customers", Optional.of(new ModulesResource.Reason("we sell now"))));

        assertThat(gate.isEnabled(organization, "customers")).isTrue();
        assertThat(gate.revision(organization)).startsWith("1.");
        assertThat(view.state()).isEqualTo("enabled");
        assertThat(view.changedBy()).isEqualTo(user);
        assertThat(told).containsExactly("modules.module.enabled", "modules.set.changed");
        assertThat(audit)
                .extracting(RecordChange::entityName, RecordChange::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("customers", RecordChange.Kind.CREATED));
        assertThat(ScratchDatabase.value(
                        "select array_to_string(modules || added || array[cause], ' ') from platform.module_set_revisions"
                                + " where organization_id = '" + organization + "'"))
                .isEqualTo("customers customers admin");
    }

    @Test
    @DisplayName("PLT-04: enabling what is enabled and disabling what is disabled change nothing")
    void changesNothingTheSecondTime() {
        call(() -> modules.enable("tools", Optional.empty()));
        call(() -> modules.enable("tools", Optional.empty()));
        call(() -> modules.disable("customers", Optional.empty()));
        ModuleView core = call(() -> modules.enable("settings", Optional.empty()));

        assertThat(core.state()).isEqualTo("enabled");
        assertThat(count("module_set_revisions")).isEqualTo("1");
        assertThat(told).hasSize(2);
    }

    @Test
    @DisplayName("PLT-01: a veto leaves nothing behind")
    void leavesNothingWhenAModuleRefuses() {
        call(() -> modules.enable("customers", Optional.empty()));
        hooks.veto = Optional.of(Problem.of("not-ready", "No price list yet."));

        Problem problem = refusal(() -> modules.enable("orders", Optional.empty()));

        assertThat(problem.slug()).isEqualTo("vetoed");
        assertThat(problem.members()).extractingByKey("problem").asString().contains("urn:renoz:problem:not-ready");
        assertThat(gate.isEnabled(organization, "orders")).isFalse();
        assertThat(count("organization_modules")).isEqualTo("1");
    }

    @Test
    void showsHooksTheSetAsItIsAboutToBe() {
        as(Optional.of("*"), () -> set.put(wanted(List.of(), "orders", "customers")));

        assertThat(hooks.seen).containsExactly("customers first", "orders sees customers on: true", "orders first");
        call(() -> modules.disable("orders", Optional.empty()));
        call(() -> modules.enable("orders", Optional.empty()));
        assertThat(hooks.seen).endsWith("orders again");
    }

    @Test
    @DisplayName("PLT-06: PUT of the set needs If-Match, stale is 412, what vanishes must be named")
    void changesTheWholeSetUnderIfMatch() {
        assertThat(refusal(() -> set.put(wanted(List.of(), "tools"))).status()).isEqualTo(428);
        String tag = as(Optional.of("\"0\""), () -> set.put(wanted(List.of(), "tools", "customers")))
                .tag();
        Problem stale = catchThrowableOfType(
                Problem.class, () -> as(Optional.of("\"0.x\""), () -> set.put(wanted(List.of(), "tools"))));
        Problem unnamed = catchThrowableOfType(
                Problem.class, () -> as(Optional.of("\"" + tag + "\""), () -> set.put(wanted(List.of(), "tools"))));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(unnamed.slug()).isEqualTo("removal-not-named");
        SetView after = as(Optional.of("\"" + tag + "\""), () -> set.put(wanted(List.of("customers"), "tools")))
                .body();
        assertThat(after.revision()).isEqualTo(2);
        assertThat(after.modules()).extracting(SetMember::name).containsExactly("settings", "tools");
        assertThat(call(() -> set.revisions(ListQuery.first(1))).items().get(0).removed())
                .containsExactly("customers");
        assertThat(call(() -> set.revisions(ListQuery.first(1))).next()).isNotNull();
    }

    @Test
    @DisplayName("PLT-02: disabling keeps the row and says from when its data may go")
    void remembersWhatWasOn() {
        call(() -> modules.enable("tools", Optional.empty()));
        ModuleView view = call(() -> modules.disable("tools", Optional.of(new ModulesResource.Reason("not used"))));

        assertThat(view.state()).isEqualTo("disabled");
        assertThat(ScratchDatabase.value("select purge_after - current_date from platform.organization_modules"
                        + " where organization_id = '" + organization + "'"))
                .isEqualTo("30");
        assertThat(told).endsWith("modules.module.disabled", "modules.set.changed");
    }

    @Test
    @DisplayName("PLT-05: a module that is on and does not run reads suspended, and keeps its wish")
    void readsSuspendedWhileItDoesNotRun() {
        call(() -> modules.enable("tools", Optional.empty()));
        catalogue.fail("tools", "Its migration failed.");

        ModuleView view = call(() -> modules.get("tools"));

        assertThat(view.state()).isEqualTo("suspended");
        assertThat(view.stateReason()).isEqualTo("Its migration failed.");
        assertThat(view.wish()).isEqualTo("enabled");
        assertThat(refusal(() -> modules.enable("nothing", Optional.empty())).slug())
                .isEqualTo("unknown-module");
        catalogue.fail("customers", "It starts.");
        assertThat(refusal(() -> modules.enable("customers", Optional.empty())).slug())
                .isEqualTo("module-suspended");
    }

    @Test
    void turnsOffWhatIsNoLongerDeployed() {
        call(() -> modules.enable("tools", Optional.empty()));
        catalogue.remove("tools");

        assertThat(call(() -> modules.get("tools")).state()).isEqualTo("suspended");
        assertThat(call(() -> modules.disable("tools", Optional.empty())).state())
                .isEqualTo("disabled");
        assertThat(gate.isEnabled(organization, "tools")).isFalse();
    }

    @Test
    void takesModulesWithAllTheyRequireForANewOrganization() {
        call(() -> {
            sets.enable(Set.of("warranty"), Cause.PROVISIONING, "as every new organization");
            return null;
        });

        assertThat(gate.of(organization).modules()).containsExactlyInAnyOrder("customers", "orders", "warranty");
    }

    @Test
    @DisplayName("PLT-04: of two changes at once one wins, and the other is told at once")
    void letsOneOfTwoChangesWin() throws Exception {
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<String> change = () -> {
                try {
                    return call(() -> {
                        barrier.await();
                        sets.change(
                                enabled -> new ModuleSwitch.Wish(Set.of("tools"), Set.of()),
                                Cause.ADMIN,
                                null,
                                Optional.empty());
                        barrier.await(); // neither ends before the other was refused or has won
                        return "done";
                    });
                } catch (Problem problem) {
                    barrier.await();
                    return problem.slug();
                }
            };
            Future<String> one = threads.submit(change);
            Future<String> other = threads.submit(change);

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder("done", "job-running");
            assertThat(count("module_set_revisions")).isEqualTo("1");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void listsAndFiltersModules() {
        call(() -> modules.enable("customers", Optional.empty()));
        var query = new ListQuery(50, Optional.empty(), Optional.empty(), java.util.Map.of("state", "enabled"), true);

        var page = call(() -> modules.list(query)).body();

        assertThat(page.items()).extracting(ModuleView::name).containsExactly("customers", "settings");
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    void pagesThroughModulesByCursorsThatSayNothing() {
        var first = call(() -> modules.list(ListQuery.first(2))).body();
        String next = String.valueOf(first.next());

        var second = call(() -> modules.list(asked(next, "name"))).body();

        assertThat(first.items()).extracting(ModuleView::name).containsExactly("customers", "orders");
        assertThat(second.items()).extracting(ModuleView::name).startsWith("settings");
        assertThat(call(() -> modules.list(asked(null, "-name"))).body().items())
                .extracting(ModuleView::name)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        for (var wrong :
                List.of(asked("orders", "name"), asked(next, "-name"), asked("!", "name"), asked(null, "kind"))) {
            assertThat(catchThrowableOfType(Problem.class, () -> call(() -> modules.list(wrong)))
                            .slug())
                    .isEqualTo("invalid-parameter");
        }
    }

    private static ListQuery asked(@Nullable String cursor, String sort) {
        return new ListQuery(50, Optional.ofNullable(cursor), Optional.of(sort), java.util.Map.of(), false);
    }

    @Test
    void letsAnOperatorTurnModulesAndExplainsThem() {
        ScratchDatabase.organizations();
        ScratchDatabase.execute("insert into settings.organizations (id, slug) values ('" + organization + "', 's-"
                + organization + "')");
        var organizations = new Organizations(databases, transactions);
        var desk = new SetDesk(catalogue, catalogue.states(), sets, organizations, databases, new Audit(databases));

        desk.turn(organization, "customers", true, "they asked");
        desk.turn(organization, "orders", true, null);
        catalogue.fail("customers", "Its migration failed.");

        assertThat(desk.why(organization, "customers"))
                .satisfiesExactly(
                        on -> assertThat(on).startsWith("customers is on since").endsWith("(\"they asked\")."),
                        why -> assertThat(why).isEqualTo("It does not serve at the moment: Its migration failed."),
                        stays -> assertThat(stays).isEqualTo("It cannot be turned off while these are on: orders."));
        assertThat(desk.why(organization, "warranty")).containsExactly("warranty has never been on.");
        assertThat(ScratchDatabase.value("select count(*) from platform.operator_audit where organization = '"
                        + organization + "' and token_name = 'shell'"))
                .isEqualTo("2");
        assertThat(catchThrowableOfType(Problem.class, () -> desk.modules(Ids.next()))
                        .slug())
                .isEqualTo("not-found");
    }
}
