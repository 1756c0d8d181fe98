package io.renoz.platform.outbox;

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
import io.renoz.event.EventListener;
import io.renoz.platform.registry.Catalogue;
import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.platform.registry.gate.Gate;
import io.renoz.problem.Problem;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private final Databases databases = ScratchDatabase.databases();
    private final Transactions transactions = ScratchDatabase.transactions();
    private final Catalogue catalogue = new Catalogue();
    private final Gate gate = new Gate(databases, catalogue, catalogue);
    private final Listeners listeners = new Listeners(catalogue);
    private final Waking waking = new Waking();
    private final EventQueue queue = new EventQueue(databases, registry(), gate, listeners, waking, Clock.systemUTC());
    private final UUID organization = Ids.next();
    private final List<DomainEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private Deliverer deliverer;

    @BeforeAll
    static void aModule() {
        ScratchDatabase.define("create role renoz_m_customers nologin; grant renoz_module to renoz_m_customers;"
                + " grant renoz_m_customers to renoz_app");
    }

    @BeforeEach
    void begin() {
        ScratchDatabase.execute("delete from platform.event_deliveries; delete from platform.event_outbox");
        deliverer = node();
    }

    @AfterEach
    void end() throws InterruptedException {
        deliverer.close();
    }

    private Deliverer node() {
        return new Deliverer(
                databases,
                transactions,
                gate,
                catalogue,
                listeners,
                waking,
                Clock.systemUTC(),
                (module, files) -> false);
    }

    /** Knows nothing but to do something at the end. */
    private TransactionSynchronizationRegistry registry() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (self, method, a) -> {
                    transactions.afterCommit(() -> ((Synchronization) a[0]).afterCompletion(3));
                    return null;
                });
    }

    private void listen(String module, String name, Set<String> events, Consumer<DomainEvent> handler) {
        listeners.arrive(module, name, new EventListener() {
            @Override
            public Set<String> events() {
                return events;
            }

            @Override
            public void handle(DomainEvent event) {
                handler.accept(event);
            }
        });
    }

    private void publish(DomainEvent... events) {
        var actor = new Actor(Actor.Kind.USER, Ids.next(), "Ada", null, null, null);
        transactions.run(new Call(organization, actor, Set.of("*"), Request.none(Ids.next()), false), () -> {
            work();
            queue.write(List.of(events));
            return null;
        });
    }

    /** As a module does that has no rights in the platform's schema but those of every module. */
    private void work() throws SQLException {
        try (Connection connection = databases.module("customers").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static DomainEvent event(String name, UUID aggregate, Map<String, Object> payload) {
        return new DomainEvent(name, "customer", aggregate, payload);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void enable(String module) {
        ScratchDatabase.execute(
                "insert into platform.organization_modules (organization_id, module, wish, since, revision)"
                        + " values ('" + organization + "', '" + module + "', 'enabled', now(), 1)");
        gate.forget();
    }

    @Test
    @DisplayName("PLT-07: each listener of an enabled module gets the event, with its values as they were")
    void deliversToListenersOfEnabledModules() {
        listen("settings", "Core", Set.of("customers.*"), heard::add);
        listen("tools", "Off", Set.of("customers.customer.created"), e -> heard.add(null));
        UUID id = Ids.next();

        publish(event(
                "customers.customer.created", id, Map.of("limit", new BigDecimal("10.50"), "names", List.of("a"))));

        await(() -> heard.size() == 1);
        assertThat(heard.get(0).aggregateId()).isEqualTo(id);
        assertThat(heard.get(0).payload()).containsEntry("limit", new BigDecimal("10.50"));
        await(() -> ScratchDatabase.value(
                        "select string_agg(state || ' ' || listener, ',') from platform.event_deliveries")
                .equals("delivered settings.Core"));
    }

    @Test
    @DisplayName("PLT-07: an event row exists exactly when its change committed")
    void writesNothingWhenTheChangeRollsBack() {
        listen("settings", "Core", Set.of("customers.*"), heard::add);

        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> transactions.run(Call.system(organization, "test"), () -> {
                    work();
                    queue.write(List.of(event("customers.customer.created", Ids.next(), Map.of())));
                    throw Problem.of("not-ready", "No.");
                }));

        assertThat(problem.slug()).isEqualTo("not-ready");
        assertThat(ScratchDatabase.value("select count(*) from platform.event_outbox"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("PLT-07: a failing handler holds back later events of that aggregate only, and is tried again")
    void keepsTheOrderOfOneAggregate() {
        UUID bad = Ids.next();
        UUID good = Ids.next();
        var failures = new AtomicInteger(1);
        listen("settings", "Core", Set.of("customers.*"), event -> {
            if (event.aggregateId().equals(bad) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not today");
            }
            heard.add(event);
        });
        publish(event("customers.customer.created", bad, Map.of()));
        publish(
                event("customers.customer.updated", bad, Map.of()),
                event("customers.customer.created", good, Map.of()));

        await(() -> heard.size() == 3);

        assertThat(heard).extracting(DomainEvent::aggregateId).containsExactly(good, bad, bad);
        assertThat(heard)
                .extracting(DomainEvent::name)
                .endsWith("customers.customer.created", "customers.customer.updated");
        assertThat(ScratchDatabase.value("select max(attempt_count) from platform.event_deliveries"))
                .isEqualTo("2");
    }

    @Test
    void sharesATransactionAmongEventsOfOneRequestAndLeavesOutTheOneThatFails() {
        UUID bad = Ids.next();
        var transactionsSeen = Collections.synchronizedSet(new HashSet<String>());
        listen("settings", "Core", Set.of("customers.*"), event -> {
            if (event.aggregateId().equals(bad)) {
                throw new IllegalStateException("not this one");
            }
            transactionsSeen.add(transaction());
            heard.add(event);
        });
        DomainEvent[] many = Stream.generate(Ids::next)
                .limit(30)
                .map(id -> event("customers.customer.created", id, Map.of()))
                .toArray(DomainEvent[]::new);

        publish(many);
        await(() -> heard.size() == 30);
        assertThat(transactionsSeen).hasSize(1);

        heard.clear();
        many[7] = event("customers.customer.created", bad, Map.of());
        publish(many);
        await(() -> ScratchDatabase.value("select count(*) from platform.event_deliveries where state = 'delivered'")
                .equals("59"));
        assertThat(ScratchDatabase.value("select last_error from platform.event_deliveries where state <> 'delivered'"))
                .contains("not this one");
    }

    private String transaction() {
        try (Connection connection = databases.shared().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_xact_id()::text")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void undoesWhatAFailedHandlerDidAndRemembersWhy() {
        listen("settings", "Core", Set.of("customers.*"), event -> {
            throw new IllegalStateException("no room");
        });

        publish(event("customers.customer.created", Ids.next(), Map.of()));

        await(() -> ScratchDatabase.value("select last_error from platform.event_deliveries")
                .contains("no room"));
        assertThat(ScratchDatabase.value("select state from platform.event_deliveries"))
                .isIn("pending", "processing");
    }

    @Test
    @DisplayName("PLT-03: listeners of a module that went off skip the organization")
    void dropsWhatAModuleThatWentOffShouldHaveHeard() {
        enable("tools");
        Consumer<DomainEvent> fail = event -> {
            throw new IllegalStateException("later");
        };
        listen("tools", "Tools", Set.of("customers.customer.created"), fail);
        publish(event("customers.customer.created", Ids.next(), Map.of()));
        await(() -> ScratchDatabase.value("select count(*) from platform.event_deliveries where last_error is not null")
                .equals("1"));

        ScratchDatabase.execute("delete from platform.organization_modules");
        gate.forget();

        await(() -> ScratchDatabase.value("select count(*) from platform.event_deliveries")
                .equals("0"));
    }

    @Test
    void givesAListenerThatComesLaterWhatItMissedSinceTheStart() {
        enable("tools");
        publish(event("customers.customer.created", Ids.next(), Map.of()));
        publish(event("customersx.customer.created", Ids.next(), Map.of()));

        listen("tools", "Tools", Set.of("customers.*"), heard::add);

        await(() -> heard.size() == 1);
        listen("tools", "Tools", Set.of("customers.*"), heard::add);
        assertThat(ScratchDatabase.value("select count(*) from platform.event_deliveries"))
                .isEqualTo("1");
    }

    @Test
    void sharesTheWorkOfTwoNodesAndHandlesEverythingOnce() throws InterruptedException {
        Deliverer other = node();
        try {
            listen("settings", "Core", Set.of("customers.*"), heard::add);
            var aggregates = List.of(Ids.next(), Ids.next(), Ids.next());
            for (int i = 0; i < 60; i++) {
                publish(event("customers.customer.updated", aggregates.get(i % 3), Map.of("n", i)));
            }

            await(() -> heard.size() >= 60);
            await(() -> ScratchDatabase.value(
                            "select count(*) from platform.event_deliveries where state <> 'delivered'")
                    .equals("0"));

            assertThat(heard).hasSize(60);
            for (UUID aggregate : aggregates) {
                assertThat(heard.stream()
                                .filter(e -> e.aggregateId().equals(aggregate))
                                .map(e -> (Integer) e.payload().get("n")))
                        .isSorted();
            }
        } finally {
            other.close();
        }
    }

    @Test
    void putsAFailedDeliveryBackWhenAnOperatorSaysSo() {
        var failing = new AtomicInteger(1);
        listen("settings", "Core", Set.of("customers.*"), event -> {
            if (failing.get() > 0) {
                throw new IllegalStateException("no");
            }
            heard.add(event);
        });
        publish(event("customers.customer.created", Ids.next(), Map.of()));
        await(() -> !ScratchDatabase.value("select last_error from platform.event_deliveries")
                .equals("null"));
        ScratchDatabase.execute(
                "update platform.event_deliveries set attempt_count = 11, next_attempt_at = now(), state = 'pending'");
        await(() -> ScratchDatabase.value("select state from platform.event_deliveries")
                .equals("failed"));
        var resource = new DeliveryResource(databases, waking);
        var query = new ListQuery(50, Optional.empty(), Optional.empty(), Map.of("state", "failed"), false);
        UUID id = resource.list(query).items().get(0).id();
        failing.set(0);

        assertThat(resource.retry(id).state()).isEqualTo("pending");

        await(() -> heard.size() == 1);
        await(() -> ScratchDatabase.value("select state from platform.event_deliveries")
                .equals("delivered"));
        assertThat(catchThrowableOfType(Problem.class, () -> resource.retry(id)).slug())
                .isEqualTo("invalid-transition");
        assertThat(catchThrowableOfType(Problem.class, () -> resource.retry(Ids.next()))
                        .slug())
                .isEqualTo("not-found");
    }

    @Test
    void prunesWhatIsPastItsTimeAndNothingElse() {
        listen("settings", "Core", Set.of("customers.*"), heard::add);
        publish(event("customers.customer.created", Ids.next(), Map.of()));
        publish(event("customers.customer.created", Ids.next(), Map.of()));
        await(() -> ScratchDatabase.value("select count(*) from platform.event_deliveries where state = 'delivered'")
                .equals("2"));
        ScratchDatabase.execute("update platform.event_outbox set occurred_at = now() - interval '15 days'"
                + " where sequence = (select min(sequence) from platform.event_outbox);"
                + "update platform.event_deliveries set delivered_at = now() - interval '15 days'"
                + " where event_id = (select id from platform.event_outbox order by sequence limit 1)");
        var prune = new Prune(databases, (module, files) -> false);

        prune.run();
        prune.close();

        assertThat(ScratchDatabase.value("select count(*) from platform.event_outbox"))
                .isEqualTo("1");
        assertThat(ScratchDatabase.value("select count(*) from platform.event_deliveries"))
                .isEqualTo("1");
    }
}
