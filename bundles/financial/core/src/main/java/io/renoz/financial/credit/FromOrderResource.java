package io.renoz.financial.credit;

import io.renoz.financial.Money;
import io.renoz.financial.Turns;
import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.TaxType;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/credit-notes/from-order/{order}} */
@Component
@Path("credit-notes/from-order/{order}")
public final class FromOrderResource implements Resource {

    private static final String FREIGHT = "Freight";

    /**
     * What of the order is credited.
     *
     * @param lines all that is left, freight included, when none are given
     * @param reason printed; by default the order's number
     */
    public record Input(
            @Size(max = CreditNoteInput.MOST_LINES) List<@Valid @NotNull Part> lines,
            boolean includeFreight,
            CreditNoteReason reasonCode,
            @Nullable @Size(max = 1000) String reason,
            @Nullable @Size(max = 2000) String internalNotes) {

        public Input {
            lines = lines == null ? List.of() : new ArrayList<>(lines);
            reasonCode = reasonCode == null ? CreditNoteReason.OTHER : reasonCode;
        }
    }

    /** A part of a line of the order. */
    public record Part(
            @NotNull UUID orderLineItemId,

            @NotNull @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            boolean restock) {}

    private final Drafts drafts;
    private final Creditables creditables;
    private final OrderDirectory orders;
    private final Turns turns;

    @Activate
    public FromOrderResource(
            @Reference Drafts drafts,
            @Reference Creditables creditables,
            @Reference OrderDirectory orders,
            @Reference Turns turns) {
        this.drafts = drafts;
        this.creditables = creditables;
        this.orders = orders;
        this.turns = turns;
    }

    @POST
    @Answers({"credit-exceeds-order", "invalid-state"})
    @Summary("A draft for chosen lines and quantities of an order, or for all that is left of it")
    public Created<CreditNoteView> create(@PathParam("order") UUID orderId, @Nullable Input asked) {
        Input input = asked == null ? new Input(List.of(), false, CreditNoteReason.OTHER, null, null) : asked;
        turns.ofOrder(orderId);
        OrderSummary order = orders.requireOpen(orderId);
        Creditable creditable = creditables.of(order);
        var lines = new ArrayList<CreditNoteInput.Line>();
        input.lines.forEach(part -> lines.add(line(part.orderLineItemId, part.quantity, part.restock)));
        boolean all = lines.isEmpty();
        if (all) {
            creditable.left().forEach((line, left) -> lines.add(line(line.id(), left, false)));
        }
        if (all || input.includeFreight) {
            freight(creditable, worth(creditable, lines)).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            throw Problem.of("credit-exceeds-order", "Nothing of the order is left to credit.")
                    .with("orderId", orderId)
                    .with("left", creditable.moneyLeft().max(BigDecimal.ZERO));
        }
        String reason = input.reason == null || input.reason.isBlank() ? "Order " + order.orderNumber() : input.reason;
        return new Created<>(drafts.openWithin(
                new CreditNoteInput(orderId, order.customerId(), input.reasonCode, reason, input.internalNotes, lines),
                note -> {}));
    }

    private static CreditNoteInput.Line line(UUID orderLine, BigDecimal quantity, boolean restock) {
        return new CreditNoteInput.Line(
                null, orderLine, null, null, quantity, BigDecimal.ZERO, TaxType.GST, BigDecimal.ZERO, restock);
    }

    /** With tax; lines that the order does not have are refused later, with their pointer. */
    private static BigDecimal worth(Creditable creditable, List<CreditNoteInput.Line> lines) {
        return Money.sum(lines.stream()
                .filter(line -> line.orderLineItemId() != null
                        && creditable.line(line.orderLineItemId()).isPresent())
                .map(line -> creditable
                        .credit(Objects.requireNonNull(line.orderLineItemId()), line.quantity())
                        .total())
                .toList());
    }

    /** FIN-02: freight is a line of its own, as far as money of the order is left besides the other lines. */
    private static Optional<CreditNoteInput.Line> freight(Creditable creditable, BigDecimal others) {
        Amounts whole = creditable.freight();
        BigDecimal left = creditable.moneyLeft().subtract(others);
        BigDecimal rate = creditable.order().shippingTaxRate();
        BigDecimal net = left.compareTo(whole.total()) >= 0
                ? whole.net()
                : left.multiply(Money.HUNDRED).divide(Money.HUNDRED.add(rate), 2, RoundingMode.DOWN);
        if (net.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new CreditNoteInput.Line(
                null,
                null,
                null,
                FREIGHT,
                BigDecimal.ONE,
                net,
                TaxType.valueOf(creditable.order().shippingTaxType().name()),
                rate,
                false));
    }
}
