package io.renoz.financial.plan;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.financial.Books;
import io.renoz.financial.Turns;
import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.plan.InstalmentResource.Input;
import io.renoz.financial.plan.InstalmentResource.View;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.PaymentMethod;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/payment-schedules}: instalments, of whatever order. */
@Component
@Path("payment-schedules")
public final class InstalmentResource implements Reads<View>, Updates<Input, View> {

    /** What a caller may set of one; amounts are the plan's. */
    public record Input(
            @Nullable @Size(max = 255) String description,
            @Nullable LocalDate dueDate,
            @Nullable @Size(max = 1000) String notes) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderId,
            PaymentPlanType planType,
            int installmentNo,
            @Nullable String description,
            InstallmentTrigger dueTrigger,
            int offsetDays,
            @Nullable LocalDate dueDate,
            BigDecimal amount,
            BigDecimal taxAmount,
            BigDecimal paidAmount,
            InstallmentStatus status,
            @Nullable Instant paidAt,
            @Nullable String paymentReference,
            @Nullable String notes)
            implements Versioned {}

    /**
     * Money received for it.
     *
     * @param amount what is open of it when left out
     * @param paymentDate today when left out
     */
    public record Pay(
            @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            PaymentMethod paymentMethod,
            @Nullable @Example("2026-01-05") LocalDate paymentDate,
            @Nullable @Size(max = 255) String reference,
            @Nullable @Size(max = 1000) String notes) {

        public Pay {
            paymentMethod = paymentMethod == null ? PaymentMethod.BANK_TRANSFER : paymentMethod;
        }
    }

    private final Tables tables;
    private final Upkeep upkeep;
    private final Payments payments;
    private final OrderDirectory orders;
    private final Turns turns;
    private final Books books;
    private final Rows<Instalment, Input, View> rows;

    @Activate
    public InstalmentResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Upkeep upkeep,
            @Reference Payments payments,
            @Reference OrderDirectory orders,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.upkeep = upkeep;
        this.payments = payments;
        this.orders = orders;
        this.turns = turns;
        this.books = books;
        rows = tables.of(Instalment.class)
                .filter("orderId", "status", "planType", "dueDate")
                .sort("dueDate", "installmentNo")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Instalment, Input, View> records() {
        return rows;
    }

    /** FIN-10, FIN-12: state and the order's due date follow. */
    @Override
    public View update(UUID id, Patch<Input> patch) {
        turns.ofOrder(tables.require(Instalment.class, id).orderId);
        View view = rows.update(id, patch, (row, input) -> {
            if (row.dueDate == null && row.dueTrigger == InstallmentTrigger.FIXED_DATE) {
                throw Problem.invalid("dueDate", "An instalment without a trigger has a due date.");
            }
            upkeep.follow(List.of(row));
        });
        orders.find(view.orderId()).ifPresent(order -> upkeep.tellDueDate(upkeep.of(order.id()), order));
        return view;
    }

    @POST
    @Path("{id}/pay")
    @Answers({"already-paid", "exceeds-remaining", "payment-exceeds-balance", "invalid-state", "period-locked"})
    @Summary("Records a payment on the order and on this instalment")
    public View pay(@PathParam("id") UUID id, Pay asked) {
        return rows.change(id, row -> {
            BigDecimal open = row.isPaid() ? BigDecimal.ONE : row.open();
            payments.pay(
                    id,
                    new NewPayment(
                            Objects.requireNonNullElse(asked.amount, open),
                            asked.paymentMethod,
                            Objects.requireNonNullElseGet(asked.paymentDate, books::today),
                            asked.reference,
                            asked.notes,
                            null,
                            null,
                            null));
        });
    }
}
