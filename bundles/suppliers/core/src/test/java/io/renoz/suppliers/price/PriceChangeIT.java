package io.renoz.suppliers.price;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.suppliers.Decision;
import io.renoz.suppliers.Decision.Outcome;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.Together;
import io.renoz.suppliers.Trade;
import io.renoz.suppliers.agreement.AgreementResource.Termination;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceChangeIT {

    private static final Decision YES = new Decision(Outcome.APPROVED, null);
    private static final Decision NO = new Decision(Outcome.REJECTED, "Too much");

    private final Trade trade = new Trade();
    private final UUID acme = trade.named("Acme").id();
    private final UUID bolt = trade.shelf.put("Bolt");
    private final UUID price = trade.price(acme, bolt, "10.00", "").id();
    private final Organization buyer = trade.user("suppliers.read", "suppliers.write");
    private final Organization boss = trade.user("suppliers.read", "suppliers.price");
    private final LocalDate today = trade.neighbours.today();

    private PriceView now() {
        return trade.organization.read(() -> trade.prices.get(price));
    }

    private List<PriceHistoryResource.View> history() {
        return trade.organization
                .read(() -> trade.priceHistory.list(new ListQuery(
                        50, Optional.empty(), Optional.of("changedAt"), Map.of("productId", bolt.toString()), false)))
                .items();
    }

    private PriceChangeView ask(String newPrice, String more) {
        return trade.ask(buyer, "{\"priceListId\": \"" + price + "\", \"newPrice\": " + newPrice + more + "}");
    }

    private PriceChangeView read(UUID change) {
        return trade.organization.read(() -> trade.priceChanges.get(change));
    }

    private void run() {
        Optional<String> from = Optional.empty();
        do {
            Optional<String> next = from;
            from = trade.organization.call(() -> trade.priceRun.run(next));
        } while (from.isPresent());
    }

    @Test
    @DisplayName("SUP-18: a small change holds at once and is written down, once")
    void holdsAtOnceWhenItIsSmall() {
        PriceView changed = trade.patchPrice(buyer, price, "{\"basePrice\": 10.50}");
        trade.patchPrice(buyer, price, "{\"notes\": \"Same price\"}");

        assertThat(changed.effectivePrice()).isEqualByComparingTo("10.50");
        assertThat(changed.pendingPriceChangeId()).isNull();
        assertThat(history()).hasSize(1);
        PriceHistoryResource.View row = history().get(0);
        assertThat(row.previousPrice()).isEqualByComparingTo("10.00");
        assertThat(row.newPrice()).isEqualByComparingTo("10.50");
        assertThat(row.changePercent()).isEqualByComparingTo("5.00");
        assertThat(row.effectiveDate()).isEqualTo(today);
        assertThat(trade.told(price)).contains("suppliers.price.changed");
    }

    @Test
    @DisplayName(
            "SUP-18: a change beyond the limit, up or down, becomes a request; the price stays until it is applied")
    void becomesARequestWhenItIsGreat() {
        PriceView up = trade.patchPrice(buyer, price, "{\"basePrice\": 11.01, \"notes\": \"Steel\"}");
        PriceView down = trade.patchPrice(buyer, price, "{\"discountType\": \"fixed\", \"discountValue\": 1.01}");

        assertThat(up.effectivePrice()).isEqualByComparingTo("10.00");
        assertThat(up.basePrice()).isEqualByComparingTo("10.00");
        assertThat(up.notes()).isEqualTo("Steel");
        assertThat(down.discountType()).isEqualTo(DiscountType.NONE);
        assertThat(history()).isEmpty();
        PriceChangeView request = read(Objects.requireNonNull(up.pendingPriceChangeId()));
        assertThat(request.status()).isEqualTo(PriceChangeStatus.PENDING);
        assertThat(request.newPrice()).isEqualByComparingTo("11.01");
        assertThat(request.changePercent()).isEqualByComparingTo("10.10");

        boss.call(() -> trade.priceChanges.decide(request.id(), YES));
        PriceChangeView applied = boss.call(() -> trade.priceChanges.apply(request.id()));

        assertThat(applied.status()).isEqualTo(PriceChangeStatus.APPLIED);
        assertThat(applied.appliedBy()).isNotNull();
        assertThat(now().effectivePrice()).isEqualByComparingTo("11.01");
        assertThat(history())
                .extracting(PriceHistoryResource.View::priceChangeId)
                .containsExactly(request.id());
    }

    @Test
    @DisplayName("SUP-18: the limit is the organization's")
    void keepsToTheLimitThatIsSet() {
        trade.neighbours.settings.put(SuppliersSettings.PRICE_APPROVAL_PERCENT, new Json("50.00"));

        assertThat(trade.patchPrice(buyer, price, "{\"basePrice\": 15.00}").effectivePrice())
                .isEqualByComparingTo("15.00");
    }

    @Test
    @DisplayName("SUP-18: somebody else decides, unless the organization lets people decide on what they asked for")
    void isDecidedOnBySomebodyElse() {
        Organization one = trade.user("suppliers.read", "suppliers.write", "suppliers.price");
        UUID change = trade.ask(one, "{\"priceListId\": \"" + price + "\", \"newPrice\": 20}")
                .id();

        assertRefused(() -> one.call(() -> trade.priceChanges.decide(change, YES)))
                .isEqualTo("self-approval");
        trade.neighbours.settings.put(SuppliersSettings.ALLOW_SELF_APPROVAL, new Json("true"));
        assertThat(one.call(() -> trade.priceChanges.decide(change, YES)).status())
                .isEqualTo(PriceChangeStatus.APPROVED);
    }

    @Test
    @DisplayName("SUP-18: an approved change is applied by the run on its day, exactly once")
    void isAppliedByTheRunOnItsDay() {
        UUID change = ask("12.00", ", \"effectiveDate\": \"" + today.plusDays(2) + "\"")
                .id();
        UUID waiting = ask("13.00", ", \"effectiveDate\": \"" + today.plusDays(2) + "\"")
                .id();
        boss.call(() -> trade.priceChanges.decide(change, YES));

        trade.neighbours.clock.forward(Duration.ofDays(1));
        run();
        assertThat(now().effectivePrice()).isEqualByComparingTo("10.00");
        trade.neighbours.clock.forward(Duration.ofDays(1));
        run();
        run();

        assertThat(now().effectivePrice()).isEqualByComparingTo("12.00");
        assertThat(history()).hasSize(1);
        assertThat(read(change).status()).isEqualTo(PriceChangeStatus.APPLIED);
        assertThat(read(waiting).status()).isEqualTo(PriceChangeStatus.PENDING);
    }

    @Test
    @DisplayName("SUP-18: applied by two at once it is applied once")
    void isAppliedOnceByTwo() throws Exception {
        UUID change = ask("12.00", "").id();
        boss.call(() -> trade.priceChanges.decide(change, YES));

        int done = Together.run(
                () -> boss.call(() -> trade.priceChanges.apply(change)),
                () -> boss.call(() -> trade.priceChanges.apply(change)));

        assertThat(done).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    void refusesEveryMoveFromAWrongState() {
        UUID change = ask("12.00", "").id();
        assertThat(refusal(() -> boss.call(() -> trade.priceChanges.apply(change)))
                        .members())
                .containsEntry("from", "pending")
                .containsEntry("to", "applied");
        boss.call(() -> trade.priceChanges.decide(change, NO));

        assertThat(read(change).rejectionReason()).isEqualTo("Too much");
        for (Runnable act : List.<Runnable>of(
                () -> boss.call(() -> trade.priceChanges.decide(change, YES)),
                () -> boss.call(() -> trade.priceChanges.decide(change, NO)),
                () -> boss.call(() -> trade.priceChanges.apply(change)),
                () -> buyer.call(() -> trade.priceChanges.cancel(change)))) {
            assertThat(refusal(act::run).members())
                    .containsEntry("from", "rejected")
                    .containsKey("to");
        }
    }

    @Test
    void isWithdrawnByWhoAskedUntilItIsDecidedOn() {
        UUID change = ask("12.00", "").id();
        UUID decided = ask("13.00", "").id();
        Organization colleague = trade.user("suppliers.read", "suppliers.write");

        assertRefused(() -> colleague.call(() -> trade.priceChanges.cancel(change)))
                .isEqualTo("forbidden");
        buyer.call(() -> trade.priceChanges.cancel(change));
        boss.call(() -> trade.priceChanges.decide(decided, YES));
        colleague.call(() -> trade.priceChanges.cancel(decided));

        assertThat(read(change).status()).isEqualTo(PriceChangeStatus.CANCELLED);
        assertThat(read(decided).status()).isEqualTo(PriceChangeStatus.CANCELLED);
    }

    @Test
    void rejectsWithAReasonOnly() {
        assertInvalid(() -> new Decision(Outcome.REJECTED, " ")).isEqualTo("/rejectionReason");
    }

    private String asking(UUID agreement, String newPrice, String more) {
        return "{\"priceListId\": \"" + price + "\", \"agreementId\": \"" + agreement + "\", \"newPrice\": " + newPrice
                + more + "}";
    }

    @Test
    @DisplayName("SUP-18: the price of an agreement changes the same way")
    void changesThePriceOfAnAgreement() {
        UUID agreement = trade.agreed(acme, ", \"items\": [{\"productId\": \"" + bolt + "\", \"unitPrice\": 8.00}]")
                .id();
        UUID change = trade.ask(buyer, asking(agreement, "8.80", "")).id();
        boss.call(() -> trade.priceChanges.decide(change, YES));

        boss.call(() -> trade.priceChanges.apply(change));

        assertThat(trade.organization
                        .read(() -> trade.agreements.get(agreement))
                        .items()
                        .get(0)
                        .unitPrice())
                .isEqualByComparingTo("8.80");
        assertThat(history()).extracting(PriceHistoryResource.View::newPrice).containsExactly(new BigDecimal("8.80"));
        UUID wide = trade.agreed(acme, ", \"discountPercent\": 3").id();
        assertInvalid(() -> trade.ask(buyer, asking(wide, "1", ""))).isEqualTo("/agreementId");
    }

    @Test
    void givesUpAChangeWhoseAgreementIsOver() {
        UUID agreement = trade.agreed(acme, ", \"items\": [{\"productId\": \"" + bolt + "\", \"unitPrice\": 8.00}]")
                .id();
        UUID change = trade.ask(buyer, asking(agreement, "9", ", \"effectiveDate\": \"" + today + "\""))
                .id();
        boss.call(() -> trade.priceChanges.decide(change, YES));
        trade.in(() -> trade.agreements.terminate(agreement, new Termination("Over")));

        run();

        assertThat(read(change).status()).isEqualTo(PriceChangeStatus.CANCELLED);
    }

    @Test
    void endsPricesWhoseLastDayIsPast() {
        UUID ending = trade.price(
                        acme, bolt, "4.00", ", \"minQuantity\": 5, \"expiryDate\": \"" + today.plusDays(1) + "\"")
                .id();
        trade.neighbours.clock.forward(Duration.ofDays(1));
        run();
        assertThat(trade.organization.read(() -> trade.prices.get(ending)).status())
                .isEqualTo(PriceListStatus.ACTIVE);

        trade.neighbours.clock.forward(Duration.ofDays(1));
        run();

        assertThat(trade.organization.read(() -> trade.prices.get(ending)).status())
                .isEqualTo(PriceListStatus.EXPIRED);
        assertThat(now().status()).isEqualTo(PriceListStatus.ACTIVE);
    }

    @Test
    @DisplayName("SUP-18: what prices were is never rewritten")
    void isNeverRewritten() {
        trade.patchPrice(buyer, price, "{\"basePrice\": 10.50}");

        assertThat(catchThrowable(() -> trade.organization.sql(
                        "suppliers", "update suppliers.supplier_price_history set new_price = 1")))
                .isNotNull();
        assertThat(catchThrowable(
                        () -> trade.organization.sql("suppliers", "delete from suppliers.supplier_price_history")))
                .isNotNull();
    }
}
