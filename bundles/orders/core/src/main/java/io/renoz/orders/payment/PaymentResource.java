package io.renoz.orders.payment;

import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.Permissions;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.PaymentMethod;
import io.renoz.orders.order.Order;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Creates;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/payments}. Payments are never edited (ORD-21). */
@Component
@Path("payments")
public final class PaymentResource
        implements Reads<PaymentResource.View>, Creates<PaymentResource.Input, PaymentResource.View> {

    /**
     * Money received.
     *
     * @param paymentDate today where there is none
     * @param surchargeAmount card surcharge on top, no part of the amount
     */
    public record Input(
            @NotNull UUID orderId,

            @NotNull @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotNull PaymentMethod paymentMethod,
            @Nullable @Example("2026-03-02") LocalDate paymentDate,
            @Nullable @Size(max = 255) String reference,
            @Nullable @Size(max = 1000) String notes,
            @Nullable @Size(max = 50) String provider,
            @Nullable @Size(max = 255) String providerPaymentId,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal surchargeAmount) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderId,
            String paymentNumber,
            BigDecimal amount,
            PaymentMethod paymentMethod,
            LocalDate paymentDate,
            @Nullable String reference,
            @Nullable String notes,
            boolean isRefund,
            @Nullable UUID relatedPaymentId,
            @Nullable UUID recordedBy,
            @Nullable String provider,
            @Nullable String providerPaymentId,
            BigDecimal surchargeAmount,
            @Nullable Instant voidedAt,
            @Nullable UUID voidedBy,
            @Nullable String voidReason)
            implements Versioned {}

    /**
     * Money given back.
     *
     * @param amount all that is left where there is none
     * @param paymentDate today where there is none
     */
    public record Refund(
            @Nullable @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotBlank @Size(max = 500) String reason,
            @Nullable @Example("2026-03-02") LocalDate paymentDate,
            @Nullable @Size(max = 255) String reference) {}

    /** Why a payment should not be there. */
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    private final Tables tables;
    private final Rows<OrderPayment, Input, View> rows;
    private final Payments payments;
    private final Dates dates;

    @Activate
    public PaymentResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Payments payments,
            @Reference Dates dates) {
        this.tables = tables;
        this.rows = tables.of(OrderPayment.class)
                .filter("orderId", "paymentMethod", "paymentDate", "isRefund", "provider", "reference")
                .search("reference")
                .sort("-paymentDate", "createdAt", "amount")
                .byName(Input.class, View.class);
        this.payments = payments;
        this.dates = dates;
    }

    @Override
    public Rows<OrderPayment, Input, View> records() {
        return rows;
    }

    @Override
    @Allow(Permissions.PAY)
    @Answers({"invalid-state", "payment-exceeds-balance", "period-locked"})
    public Created<View> create(Input input) {
        return Creates.super.create(input);
    }

    @Override
    @Allow(Permissions.PAY)
    @Answers({"invalid-state", "payment-exceeds-balance", "period-locked"})
    public Page<View> createAll(Bulk<Input> inputs) {
        return Creates.super.createAll(inputs);
    }

    /** Orders are locked in the order of their ids, so that two bulk requests never wait for each other in a circle. */
    @Override
    public List<View> add(List<Input> inputs) {
        List<Input> all = new ArrayList<>(inputs);
        Map<Integer, OrderPayment> made = new HashMap<>();
        IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(i -> all.get(i).orderId))
                .forEach(i -> made.put(i, record(inputs.get(i))));
        tables.flush();
        return IntStream.range(0, all.size())
                .mapToObj(i -> rows.view(Objects.requireNonNull(made.get(i))))
                .toList();
    }

    private OrderPayment record(Input input) {
        Order order = tables.find(Order.class, input.orderId)
                .orElseThrow(() -> Problem.invalid("orderId", "There is no such order."));
        if (!order.open()) {
            throw Books.closed(order).with(List.of(new FieldError("/orderId", "This order takes no money.")));
        }
        LocalDate day = input.paymentDate == null ? dates.today() : input.paymentDate;
        return payments.record(
                input.orderId,
                new NewPayment(
                        input.amount,
                        input.paymentMethod,
                        day,
                        input.reference,
                        input.notes,
                        input.provider,
                        input.providerPaymentId,
                        input.surchargeAmount),
                null);
    }

    @POST
    @Path("{id}/refund")
    @Allow(Permissions.REFUND)
    @Summary("Gives back part or all of a payment; the answer is the refund")
    @Answers({"refund-exceeds-payment", "period-locked", "already-voided", "invalid-state"})
    public View refund(@PathParam("id") UUID id, Refund refund) {
        OrderPayment made = payments.refund(
                id, new Payments.Return(refund.amount, refund.reason, refund.paymentDate, refund.reference));
        tables.flush();
        return rows.view(made);
    }

    @POST
    @Path("{id}/void")
    @Allow(Permissions.PAY)
    @Summary("Takes out what was recorded in error")
    @Answers({"already-voided", "period-locked", "refund-exists"})
    public View cancel(@PathParam("id") UUID id, Reason reason) {
        OrderPayment voided = payments.cancel(id, reason.reason);
        tables.flush();
        return rows.view(voided);
    }
}
