package io.renoz.settings.sequence;

import static io.renoz.settings.Workbench.CLOCK;
import static io.renoz.settings.Workbench.DATABASE;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Call;
import io.renoz.problem.Problem;
import io.renoz.settings.Workbench;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SequencesIT {

    private static final LocalDate JULY = LocalDate.parse("2026-07-31");

    private final Workbench bench = new Workbench();
    private final UUID organization = bench.organization("seq-" + UUID.randomUUID());
    private final Sequences sequences =
            new Sequences(TABLES, PLATFORM.transactions(), bench.directory(), CLOCK, DATABASE);

    private <T> T call(Callable<T> work) {
        return PLATFORM.transactions().run(Call.system(organization, "test"), work);
    }

    private String next(String key, LocalDate date) {
        return call(() -> sequences.next(key, date));
    }

    private void rolledBack(String key) {
        assertThatThrownBy(() -> call(() -> {
                    sequences.next(key, JULY);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
    }

    @BeforeEach
    void register() {
        call(() -> {
            sequences.register(declared("orders.order", "ORD", SequenceReset.YEARLY, true));
            sequences.register(declared("orders.quote", "Q", SequenceReset.YEARLY, false));
            return 0;
        });
    }

    private static SequenceDeclaration declared(String key, String prefix, SequenceReset reset, boolean gapless) {
        return new SequenceDeclaration(key, key, prefix, "{prefix}-{yyyy}-{seq:5}", reset, gapless);
    }

    @Test
    @DisplayName("SET-19: numbers follow each other within a period, and begin anew in the next")
    void countsByPeriod() {
        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00001");
        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00002");
        assertThat(next("orders.order", JULY.plusYears(1))).isEqualTo("ORD-2027-00001");
        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00003");
    }

    @Test
    @DisplayName("SET-19: a roll back returns a gapless number")
    void leavesNoGap() {
        rolledBack("orders.order");

        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00001");
    }

    @Test
    @DisplayName("SET-19: a sequence that allows gaps takes its number beside the caller's transaction")
    void leavesAGapWhereThatIsAllowed() {
        rolledBack("orders.quote");

        assertThat(next("orders.quote", JULY)).isEqualTo("Q-2026-00002");
    }

    @Test
    @DisplayName(
            "SET-19: 16 clients that take 10,000 numbers at once, some of whom give up, leave no gap and get none twice")
    void givesNoNumberTwice() throws Exception {
        List<String> gapless = atOnce(10_000, i -> i % 10 == 0 ? givenUp("orders.order") : next("orders.order", JULY));
        assertThat(gapless).hasSize(9_000).doesNotHaveDuplicates().contains("ORD-2026-00001", "ORD-2026-09000");

        List<String> loose = atOnce(1_000, i -> next("orders.quote", JULY));
        assertThat(loose).doesNotHaveDuplicates().contains("Q-2026-01000");
    }

    /** What 16 threads got, without the empty ones. */
    private static List<String> atOnce(int times, IntFunction<String> work) throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            IntStream.range(0, times).forEach(i -> calls.add(() -> work.apply(i)));
            var results = new ArrayList<String>();
            for (Future<String> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            results.removeIf(String::isEmpty);
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private String givenUp(String key) {
        rolledBack(key);
        return "";
    }

    @Test
    @DisplayName("SET-19: many numbers at once follow each other, and cost no more statements than one")
    void givesManyAtOnce() {
        next("orders.order", JULY);
        long one = statements(() -> sequences.next("orders.quote", JULY, 1));
        long thousand = statements(() -> sequences.next("orders.quote", JULY, 1000));

        assertThat(thousand).isEqualTo(one).isLessThan(5);
        assertThat(call(() -> sequences.next("orders.order", JULY, 3)))
                .containsExactly("ORD-2026-00002", "ORD-2026-00003", "ORD-2026-00004");
        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00005");
        assertThat(next("orders.quote", JULY)).isEqualTo("Q-2026-01002");
        assertThatThrownBy(() -> call(() -> sequences.next("orders.order", JULY, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long statements(Callable<?> work) {
        long before = PLATFORM.statements();
        call(work);
        return PLATFORM.statements() - before;
    }

    @Test
    @DisplayName("SET-19: a roll back returns all of many gapless numbers")
    void leavesNoGapOfMany() {
        assertThatThrownBy(() -> call(() -> {
                    sequences.next("orders.order", JULY, 50);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00001");
    }

    @Test
    @DisplayName("SET-19: registering again changes nothing that the organization has set")
    void keepsWhatTheOrganizationSet() {
        call(() -> {
            TABLES.findBy(NumberSequence.class, "key", "orders.order").orElseThrow().prefix = "MINE";
            return 0;
        });
        register();

        assertThat(next("orders.order", JULY)).isEqualTo("MINE-2026-00001");
    }

    @Test
    void showsWhatComesNextAndTakesNothing() {
        UUID id = call(() -> TABLES.findBy(NumberSequence.class, "key", "orders.order")
                .orElseThrow()
                .id());

        assertThat(call(() -> sequences.preview(id, JULY)))
                .containsExactly("ORD-2026-00001", "ORD-2026-00002", "ORD-2026-00003");
        assertThat(next("orders.order", JULY)).isEqualTo("ORD-2026-00001");
    }

    @Test
    @DisplayName("SET-19: another division into periods repeats no number")
    void goesOnAfterItsPeriodsChange() {
        LocalDate today = LocalDate.now(CLOCK);
        next("orders.order", today);
        next("orders.order", today);
        call(() -> {
            NumberSequence sequence =
                    TABLES.findBy(NumberSequence.class, "key", "orders.order").orElseThrow();
            sequence.reset = SequenceReset.NEVER;
            sequences.redivided(sequence);
            return 0;
        });

        assertThat(next("orders.order", today)).endsWith("-00003");
    }

    @Test
    void isUnknownWhereNobodyRegisteredIt() {
        assertThatThrownBy(() -> next("orders.unicorn", JULY)).isInstanceOf(Problem.class);
    }
}
