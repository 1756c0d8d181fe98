package io.renoz.pipeline.quote;

import static io.renoz.pipeline.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Json;
import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.NewOrderLine;
import io.renoz.pipeline.Firm;
import io.renoz.pipeline.Together;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.opportunity.Moves.Move;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PIP-17, PIP-18: orders of quotes, and what other modules know of quotes. */
class ConversionIT {

    private final Firm firm = new Firm();

    private QuoteView convert(UUID id) {
        return firm.organization.call(() -> firm.quotes.convert(id));
    }

    private UUID dealWithQuotes() {
        return firm.deal("").id();
    }

    private QuoteView quoteOf(UUID deal, String price) {
        return firm.quote(", \"opportunityId\": \"" + deal + "\", \"discountPercent\": 10,"
                + " \"lines\": [{\"description\": \"Work\", \"unitPrice\": " + price + "}]");
    }

    @Test
    @DisplayName("PIP-17: the accepted version becomes one order, with its prices and the numbers of its lines")
    void becomesAnOrder() throws Exception {
        UUID deal = dealWithQuotes();
        UUID bolt = firm.product("BOLT", "19.99", null, null);
        UUID id = firm.quote(", \"opportunityId\": \"" + deal + "\", \"discountPercent\": 5, \"shippingAmount\": 20,"
                        + " \"shippingTaxRate\": 10, \"lines\": [{\"lineType\": \"section\", \"description\": \"Parts\"},"
                        + "{\"description\": \"Not chosen\", \"unitPrice\": 9, \"isOptional\": true, \"isSelected\": false},"
                        + "{\"productId\": \"" + bolt
                        + "\", \"quantity\": 3, \"unitPrice\": 18, \"discountAmount\": 1}]")
                .id();
        firm.sent(id);
        assertRefused(() -> convert(id)).isEqualTo("invalid-transition");
        firm.accepted(id, 1);

        assertThat(Together.run(() -> convert(id), () -> convert(id))).isEqualTo(2);

        String key = "quote-convert:" + id + ":1";
        assertThat(firm.neighbours.orders).containsOnlyKeys(key);
        NewOrder order = Objects.requireNonNull(firm.neighbours.orders.get(key));
        assertThat(order.quoteId()).isEqualTo(id);
        assertThat(order.opportunityId()).isEqualTo(deal);
        assertThat(order.customerPoNumber()).isEqualTo("PO-7");
        assertThat(order.discountPercent()).isEqualByComparingTo("5");
        assertThat(order.shippingTaxRate()).isEqualByComparingTo("10");
        assertThat(order.lines()).extracting(NewOrderLine::lineNumber).containsExactly(1, 3);
        assertThat(order.lines().get(1)).satisfies(line -> {
            assertThat(line.unitPrice()).isEqualByComparingTo("18");
            assertThat(line.priceSource()).isEqualTo("quote");
            assertThat(line.taxRate()).isEqualByComparingTo("10");
            assertThat(line.discountAmount()).isEqualByComparingTo("1");
        });
        QuoteView again = convert(id);
        assertThat(again.orderId()).isEqualTo(firm.neighbours.orderIds.get(key));
        assertThat(again.convertedAt()).isNotNull();
        assertThat(firm.deal(deal).orderId()).isEqualTo(again.orderId());
        assertThat(firm.told(id).stream().filter("pipeline.quote.converted"::equals))
                .hasSize(1);
        assertThat(firm.organization.read(() -> firm.quoteDirectory.acceptedLines(id)))
                .extracting(line -> line.lineNumber())
                .containsExactly(1, 3);
    }

    @Test
    @DisplayName("PIP-18: with orders off converting is module-disabled, and done once it is on")
    void waitsForOrders() {
        firm.neighbours.ordersOn = false;
        firm.neighbours.settings.put("convert_on_accept", new Json("true"));
        UUID id = firm.sent(firm.plainQuote("").id()).id();
        assertThat(firm.accepted(id, 1).orderId()).isNull();
        assertRefused(() -> convert(id)).isEqualTo("module-disabled");

        firm.neighbours.ordersOn = true;
        UUID order = convert(id).orderId();
        firm.neighbours.ordersOn = false;

        assertThat(convert(id).orderId()).isEqualTo(order);
        assertThat(firm.quote(id).orderId()).isEqualTo(order);
    }

    @Test
    @DisplayName("PIP-17: where that is wanted, an accepted quote becomes an order at once")
    void becomesAnOrderAtOnce() {
        firm.neighbours.settings.put("convert_on_accept", new Json("true"));
        UUID id = firm.sent(firm.plainQuote("").id()).id();

        assertThat(firm.accepted(id, 1).orderId()).isNotNull();
    }

    @Test
    @DisplayName("PIP-17: a won opportunity is converted by its accepted quote")
    void convertsADeal() {
        UUID deal = dealWithQuotes();
        Callable<?> convert = () -> firm.dealConversion.convert(deal);
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("not-won");
        QuoteView quote = quoteOf(deal, "1000");
        firm.sent(quote.id());
        firm.neighbours.settings.put("win_on_accept", new Json("false"));
        firm.move(deal, Move.to(OpportunityStage.WON));
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("no-accepted-quote");
        firm.accepted(quote.id(), 1);
        firm.neighbours.ordersOn = false;
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("module-disabled");
        firm.neighbours.ordersOn = true;

        firm.organization.call(convert);

        assertThat(firm.deal(deal).orderId())
                .isNotNull()
                .isEqualTo(firm.quote(quote.id()).orderId());
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("already-converted");
    }

    @Test
    @DisplayName("quotes are known to others: by customer, by product, by owner")
    void isKnownToOthers() {
        UUID bolt = firm.product("REF", "19.99", null, null);
        UUID tess = firm.hired();
        UUID id = firm.quote(", \"assignedTo\": \"" + tess + "\", \"lines\": [{\"productId\": \"" + bolt + "\"}]")
                .id();
        UUID other = firm.customer("Other");
        UUID ann = firm.hired();

        assertThat(firm.organization.read(() -> firm.quoteDirectory.countReferences(bolt)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteDirectory.find(id)))
                .hasValueSatisfying(summary -> assertThat(summary.total()).isEqualByComparingTo("21.99"));
        assertRefused(() -> firm.organization.read(() -> firm.quoteDirectory.acceptedLines(id)))
                .isEqualTo("invalid-state");
        assertThat(firm.organization.call(() -> firm.quoteDirectory.reassign(tess, ann)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteDirectory.openAssignments(tess)))
                .isEmpty();
        List<UUID> moved = firm.organization.call(() -> firm.quoteCustomers.repoint(firm.customer, other));
        assertThat(moved).containsExactly(id);
        assertThat(firm.organization.call(() -> firm.quoteCustomers.repointBack(other, firm.customer, moved)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteCustomers.countReferences(firm.customer)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteCustomers.contribute(firm.customer)))
                .satisfies(section -> {
                    assertThat(section.counts()).isEqualTo(Map.of("draft", 1));
                    assertThat(section.amounts()).containsEntry("sentTotal", new BigDecimal("0.00"));
                });
    }
}
