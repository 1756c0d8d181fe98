package io.renoz.suppliers.price;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.suppliers.Trade;
import io.renoz.suppliers.api.OfferSource;
import io.renoz.suppliers.api.SupplierOffer;
import io.renoz.suppliers.api.SupplierStatus;
import io.renoz.suppliers.price.PriceBook.Wanted;
import io.renoz.suppliers.supplier.StatusResource.Move;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PricingIT {

    private final Trade trade = new Trade();
    private final UUID acme = trade.named("Acme").id();
    private final UUID bolt = trade.shelf.put("Bolt");
    private final LocalDate today = trade.neighbours.today();

    private Optional<SupplierOffer> line(String quantity) {
        return line(quantity, today);
    }

    private Optional<SupplierOffer> line(String quantity, LocalDate day) {
        var wanted = new Wanted(acme, bolt, new BigDecimal(quantity), "AUD", day);
        return Optional.ofNullable(
                trade.organization.read(() -> trade.book.find(List.of(wanted))).get(wanted));
    }

    private void assertLine(String quantity, String price, OfferSource source) {
        SupplierOffer found = line(quantity).orElseThrow();
        assertThat(found.unitPrice()).isEqualByComparingTo(price);
        assertThat(found.source()).isEqualTo(source);
    }

    @Test
    @DisplayName(
            "SUP-16: nobody knows a price, then what was last paid, then the list, the agreement's discount, its item")
    void isFoundStepByStep() {
        assertThat(line("1")).isEmpty();
        trade.ordered(acme, bolt, "ordered", today.minusDays(9), "4.000", "11.00");
        trade.ordered(acme, bolt, "closed", today.minusDays(3), "4.000", "12.50");
        trade.ordered(acme, bolt, "draft", today, "4.000", "1.00");
        assertLine("1", "12.50", OfferSource.LAST_PURCHASE);

        PriceView listed = trade.price(acme, bolt, "10.00", ", \"discountType\": \"percentage\", \"discountValue\": 5");
        assertLine("1", "9.50", OfferSource.PRICE_LIST);
        assertThat(line("1").orElseThrow().priceListId()).isEqualTo(listed.id());

        trade.agreed(acme, ", \"discountPercent\": 10");
        assertLine("1", "8.55", OfferSource.AGREEMENT_DISCOUNT);

        UUID agreement = trade.agreed(
                        acme,
                        ", \"items\": [{\"productId\": \"" + bolt + "\", \"unitPrice\": 7.77, \"minQuantity\": 1}]")
                .id();
        assertLine("1", "7.77", OfferSource.AGREEMENT);
        assertThat(line("1").orElseThrow().agreementId()).isEqualTo(agreement);
        assertLine("0.5", "12.50", OfferSource.LAST_PURCHASE);
    }

    @Test
    @DisplayName("SUP-16: of several quantities the greatest that is reached counts, in the days in which it holds")
    void takesTheGreatestQuantityReached() {
        trade.price(acme, bolt, "10.00", "");
        trade.price(acme, bolt, "9.00", ", \"minQuantity\": 10, \"maxQuantity\": 99.5");
        trade.price(acme, bolt, "5.00", ", \"minQuantity\": 10, \"effectiveDate\": \"" + today.plusDays(5) + "\"");

        assertLine("9.999", "10.00", OfferSource.PRICE_LIST);
        assertLine("10", "9.00", OfferSource.PRICE_LIST);
        assertLine("100", "10.00", OfferSource.PRICE_LIST);
        assertThat(line("10", today.plusDays(5)).orElseThrow().unitPrice()).isEqualByComparingTo("5.00");
        assertThat(line("10", today.minusDays(1))).isEmpty();
    }

    @Test
    @DisplayName("SUP-16: other currencies, other suppliers and prices that do not hold are none of a line's")
    void looksAtNothingElse() {
        UUID other = trade.named("Other").id();
        trade.price(other, bolt, "1.00", "");
        trade.price(acme, bolt, "2.00", ", \"currency\": \"EUR\"");
        UUID off = trade.price(acme, bolt, "3.00", "").id();
        trade.patchPrice(trade.organization, off, "{\"status\": \"inactive\"}");

        assertThat(line("1")).isEmpty();
    }

    @Test
    @DisplayName("SUP-16: twenty lines cost as many statements as one")
    void costsAsManyStatementsForTwentyLinesAsForOne() {
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < 20; i++) {
            UUID product = trade.shelf.put("P" + i);
            trade.price(acme, product, "1.50", "");
            wanted.add(new Wanted(acme, product, BigDecimal.TEN, "AUD", today));
        }
        long one = statements(wanted.subList(0, 1));

        long twenty = statements(wanted);

        assertThat(twenty).isEqualTo(one).isLessThanOrEqualTo(6);
        assertThat(trade.organization.read(() -> trade.book.find(wanted))).hasSize(20);
    }

    private long statements(List<Wanted> wanted) {
        long before = Trade.PLATFORM.statements();
        trade.organization.read(() -> trade.book.find(wanted));
        return Trade.PLATFORM.statements() - before;
    }

    @Test
    void offersPreferredPricesFirstThenOurCurrencyThenTheCheapestThenTheFastest() {
        UUID fast = trade.open("{\"name\": \"Fast\", \"leadTimeDays\": 2}").id();
        UUID slow = trade.open("{\"name\": \"Slow\", \"leadTimeDays\": 20}").id();
        UUID euro = trade.open("{\"name\": \"Euro\", \"currency\": \"EUR\"}").id();
        UUID gone = trade.named("Gone").id();
        trade.price(euro, bolt, "1.00", "");
        trade.price(slow, bolt, "4.00", "");
        trade.price(fast, bolt, "4.00", "");
        trade.price(acme, bolt, "9.00", ", \"isPreferredPrice\": true");
        trade.price(gone, bolt, "0.10", "");
        trade.in(() -> trade.status.move(gone, new Move(SupplierStatus.SUSPENDED, "Late")));

        List<SupplierOffer> offers = trade.organization.read(() -> trade.pricing.offers(bolt, BigDecimal.ONE, today));

        assertThat(offers).extracting(SupplierOffer::supplierId).containsExactly(acme, fast, slow, euro);
        assertThat(trade.organization.read(() -> trade.pricing.bestOffer(bolt, BigDecimal.ONE, today)))
                .contains(offers.get(0));
        assertThat(trade.organization
                        .read(() -> trade.prices.best(bolt, null, null))
                        .offers())
                .isEqualTo(offers);
        UUID nail = trade.shelf.put("Nail");
        var quantities = new HashMap<UUID, BigDecimal>(Map.of(bolt, BigDecimal.ONE, nail, BigDecimal.ONE));
        assertThat(trade.organization.read(() -> trade.pricing.bestOffers(quantities, today)))
                .isEqualTo(Map.of(bolt, offers.get(0)));
    }

    @Test
    void refusesQuestionsThatMakeNoSense() {
        assertRefused(() -> trade.organization.read(() -> trade.prices.best(UUID.randomUUID(), null, null)))
                .isEqualTo("not-found");
        assertRefused(() -> trade.organization.read(() -> trade.prices.best(bolt, BigDecimal.ZERO, null)))
                .isEqualTo("invalid-parameter");
        assertRefused(() -> trade.organization.read(() -> trade.prices.best(null, null, null)))
                .isEqualTo("invalid-parameter");
    }

    @Test
    void knowsWhatWasLastPaid() {
        assertThat(trade.organization.read(() -> trade.pricing.lastPurchasePrice(bolt)))
                .isEmpty();
        trade.ordered(acme, bolt, "received", today.minusDays(2), "3.000", "7.25");
        trade.ordered(acme, bolt, "cancelled", today, "3.000", "1.00");

        assertThat(trade.organization.read(() -> trade.pricing.lastPurchasePrice(bolt)))
                .contains(new BigDecimal("7.25"));
        assertThat(trade.organization.read(() -> trade.pricing.lastPurchasePrices(Set.of(bolt))))
                .hasSize(1);
    }

    @Test
    void hasOnePreferredPriceAProduct() {
        UUID other = trade.named("Other").id();
        PriceView first = trade.price(acme, bolt, "9.00", ", \"isPreferredPrice\": true");

        PriceView second = trade.price(other, bolt, "8.00", ", \"isPreferredPrice\": true");

        assertThat(second.isPreferredPrice()).isTrue();
        assertThat(trade.organization.read(() -> trade.prices.get(first.id())).isPreferredPrice())
                .isFalse();
        trade.patchPrice(trade.organization, first.id(), "{\"isPreferredPrice\": true}");
        assertThat(trade.organization.read(() -> trade.prices.get(second.id())).isPreferredPrice())
                .isFalse();
    }

    @Test
    void movesAlongItsLifeCycleAndInNoOtherWay() {
        UUID id = trade.price(acme, bolt, "9.00", ", \"expiryDate\": \"" + today.plusDays(1) + "\"")
                .id();

        assertThat(refusal(() -> trade.patchPrice(trade.organization, id, "{\"status\": \"expired\"}"))
                        .members())
                .containsEntry("from", "active")
                .containsEntry("to", "expired");
        assertRefused(() -> trade.patchPrice(trade.organization, id, "{\"status\": \"draft\"}"))
                .isEqualTo("invalid-transition");
        trade.organization.sql(
                "suppliers",
                "update suppliers.supplier_price_lists set status = 'expired', effective_date = ?, expiry_date = ?"
                        + " where id = ?",
                java.sql.Date.valueOf(today.minusDays(9)),
                java.sql.Date.valueOf(today.minusDays(1)),
                id);
        assertInvalid(() -> trade.patchPrice(trade.organization, id, "{\"status\": \"active\"}"))
                .isEqualTo("/expiryDate");
        assertThat(trade.patchPrice(
                                trade.organization,
                                id,
                                "{\"status\": \"active\", \"expiryDate\": \"" + today.plusDays(9) + "\"}")
                        .status())
                .isEqualTo(PriceListStatus.ACTIVE);
    }

    @Test
    void refusesWhatCannotBe() {
        UUID nobody = UUID.randomUUID();
        assertInvalid(() -> trade.price(nobody, bolt, "1", "")).isEqualTo("/supplierId");
        assertInvalid(() -> trade.price(acme, nobody, "1", "")).isEqualTo("/productId");
        assertInvalid(() -> trade.price(acme, bolt, "1", ", \"discountType\": \"percentage\", \"discountValue\": 101"))
                .isEqualTo("/discountValue");
        assertInvalid(() -> trade.price(acme, bolt, "1", ", \"minQuantity\": 5, \"maxQuantity\": 4"))
                .isEqualTo("/maxQuantity");
        assertInvalid(() -> trade.price(acme, bolt, "1", ", \"expiryDate\": \"" + today + "\""))
                .isEqualTo("/expiryDate");
        UUID id = trade.price(acme, bolt, "1", "").id();
        UUID other = trade.named("Other").id();
        assertInvalid(() -> trade.patchPrice(trade.organization, id, "{\"supplierId\": \"" + other + "\"}"))
                .isEqualTo("/supplierId");
    }

    @Test
    void isNamedAmongTheReferencesOfItsProduct() {
        assertThat(trade.organization.read(() -> trade.productReferences.countReferences(bolt)))
                .isZero();
        trade.price(acme, bolt, "1", "");
        trade.ordered(acme, bolt, "draft", today, "1.000", "1.00");

        assertThat(trade.organization.read(() -> trade.productReferences.countReferences(bolt)))
                .isEqualTo(2);
    }
}
