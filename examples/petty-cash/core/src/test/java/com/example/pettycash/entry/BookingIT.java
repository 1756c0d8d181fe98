package com.example.pettycash.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.pettycash.Neighbours;
import com.example.pettycash.api.Category;
import com.example.pettycash.api.Payment;
import com.example.pettycash.box.BoxResource;
import com.example.pettycash.box.SummaryResource;
import com.example.pettycash.box.SummaryResource.Spent;
import com.example.pettycash.entry.EntryResource.Input;
import com.example.pettycash.entry.EntryResource.View;
import io.renoz.data.ListQuery;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import io.renoz.testing.TestPlatform;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BookingIT {

    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private final Organization mine = PLATFORM.organization();
    private final Organization theirs = PLATFORM.organization();
    private final Map<UUID, UUID> known = new ConcurrentHashMap<>();
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private final Tables tables = PLATFORM.tables("petty-cash");
    private final EntryNumbers numbers = new EntryNumbers(Neighbours.numbers());
    private final Bookings bookings =
            new Bookings(tables, numbers, Neighbours.customers(known), Neighbours.organizations(), clock);
    private final BoxResource boxes = new BoxResource(tables, Neighbours.organizations(), clock);
    private final EntryResource entries = new EntryResource(tables, bookings);
    private final SummaryResource summaries = new SummaryResource(tables);

    private UUID box(String name) {
        return mine.call(() ->
                boxes.add(List.of(new BoxResource.Input(name, null))).get(0).id());
    }

    private View book(UUID box, String amount, @Nullable Category category, @Nullable UUID customer) {
        EntryKind kind = category == null ? EntryKind.RECEIPT : EntryKind.PAYMENT;
        var input = new Input(box, kind, new BigDecimal(amount), category, customer, null);
        return mine.call(() -> entries.add(List.of(input)).get(0));
    }

    private UUID customer() {
        UUID id = UUID.randomUUID();
        mine.sql(
                "customers",
                "insert into customers.customers (id, customer_code, name) values (?, ?, 'C')",
                id,
                "" + id.hashCode());
        known.put(id, id);
        return id;
    }

    @Test
    @DisplayName("PET-01: payments at the same moment cannot take out more than there is")
    void neverOverdraws() throws Exception {
        UUID box = box("contested");
        book(box, "100.00", null, null);
        var threads = Executors.newFixedThreadPool(8);

        List<Future<View>> payments = IntStream.range(0, 8)
                .mapToObj(i -> threads.submit(() -> book(box, "30.00", Category.OFFICE, null)))
                .toList();
        threads.shutdown();

        assertThat(payments.stream().filter(BookingIT::succeeded)).hasSize(3);
        assertThat(mine.read(() -> boxes.get(box)).balance()).isEqualByComparingTo("10.00");
    }

    private static boolean succeeded(Future<View> payment) {
        try {
            return payment.get() != null;
        } catch (Exception e) {
            assertThat(e.getCause()).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug())
                    .isEqualTo("insufficient-cash"));
            return false;
        }
    }

    @Test
    @DisplayName("PET-04: entries are numbered in their order")
    void numbersEntries() {
        UUID box = box("numbered");

        assertThat(book(box, "5.00", null, null).number()).isEqualTo("PC-2026-00001");
        assertThat(book(box, "1.00", Category.MEALS, null).number()).isEqualTo("PC-2026-00002");
        assertThat(mine.call(() -> bookings.pay(
                        new Payment(box, new BigDecimal("1.00"), Category.POSTAGE, null, "for another module"))))
                .isEqualTo("PC-2026-00003");
        assertThat(mine.read(() -> bookings.find(box)).orElseThrow().balance()).isEqualByComparingTo("3.00");
    }

    @Test
    @DisplayName("PET-05: an entry names a customer of this organization, under the id it has now")
    void namesCustomers() {
        UUID box = box("customers");
        UUID survivor = customer();
        UUID merged = UUID.randomUUID();
        known.put(merged, survivor);

        assertThat(book(box, "5.00", null, merged).customerId()).isEqualTo(survivor);
        assertThatThrownBy(() -> book(box, "5.00", null, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.errors()).extracting("pointer").containsExactly("/customerId"));
    }

    @Test
    void followsACustomerThatIsMergedAndBack() {
        UUID box = box("merges");
        UUID from = customer();
        UUID to = customer();
        book(box, "5.00", null, from);
        var holder = new CustomerEntries(tables);

        List<UUID> moved = mine.call(() -> holder.repoint(from, to));

        assertThat(moved).hasSize(1);
        assertThat(mine.read(() -> holder.countReferences(from))).isZero();
        assertThat(mine.read(() -> holder.countReferences(to))).isEqualTo(1);
        assertThat(mine.call(() -> holder.repointBack(to, from, moved))).isEqualTo(1);
        assertThat(mine.read(() -> holder.countReferences(from))).isEqualTo(1);
    }

    @Test
    void sumsUpAPeriod() {
        UUID box = box("sums");
        book(box, "100.00", null, null);
        book(box, "10.50", Category.OFFICE, null);
        book(box, "4.50", Category.OFFICE, null);
        book(box, "7.00", Category.TRAVEL, null);

        SummaryResource.Sums sums = mine.read(() -> summaries.get(box, TODAY, TODAY));

        assertThat(sums.receipts()).isEqualByComparingTo("100");
        assertThat(sums.payments()).isEqualByComparingTo("22");
        assertThat(sums.spent())
                .containsExactly(
                        new Spent(Category.OFFICE, 2, new BigDecimal("15.00")),
                        new Spent(Category.TRAVEL, 1, new BigDecimal("7.00")));
        assertThat(mine.read(() -> summaries.get(box, TODAY.plusDays(1), TODAY.plusDays(2)))
                        .spent())
                .isEmpty();
    }

    @Test
    void isUnknownToAnotherOrganization() {
        UUID box = box("secret");
        book(box, "5.00", null, null);

        assertThatThrownBy(() -> theirs.read(() -> boxes.get(box))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> theirs.read(() -> summaries.get(box, TODAY, TODAY)))
                .isInstanceOf(Problem.class);
        assertThat(theirs.read(() -> entries.list(ListQuery.first(10))).items()).isEmpty();
        assertThat(theirs.read(() -> bookings.find(box))).isEmpty();
    }

    @Test
    void keepsABoxThatHasEntries() {
        UUID box = box("kept");
        book(box, "5.00", null, null);

        assertThatThrownBy(() -> mine.run(() -> boxes.delete(box))).isInstanceOf(RuntimeException.class);
        assertThat(mine.read(() -> boxes.get(box)).balance()).isEqualByComparingTo("5.00");
    }

    @Test
    void isClosedForTheDay() {
        UUID box = box("closing");
        book(box, "5.00", null, null);

        mine.run(() -> boxes.close(box, new BoxResource.Count(new BigDecimal("5.00"))));

        assertThat(mine.read(() -> boxes.get(box)).closedOn()).isEqualTo(TODAY);
        assertThatThrownBy(() -> book(box, "1.00", null, null))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("invalid-transition"));
    }
}
