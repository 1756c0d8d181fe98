package io.renoz.financial.revenue;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.financial.Books;
import io.renoz.financial.Money;
import io.renoz.financial.revenue.DeferralResource.Input;
import io.renoz.financial.revenue.DeferralResource.View;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** {@code /api/v1/financial/deferred-revenue} */
@Component
@Path("deferred-revenue")
public final class DeferralResource implements Reads<View>, Creates<Input, View> {

    /**
     * Money taken in advance.
     *
     * @param originalAmount net of tax
     */
    public record Input(
            @NotNull UUID orderId,

            @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal originalAmount,

            @NotNull LocalDate deferralDate,
            @Nullable LocalDate expectedRecognitionDate,
            @Nullable @Size(max = 500) String reason) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderId,
            @Nullable UUID orderPaymentId,
            BigDecimal originalAmount,
            BigDecimal recognizedAmount,
            BigDecimal remainingAmount,
            LocalDate deferralDate,
            @Nullable LocalDate expectedRecognitionDate,
            DeferredRevenueStatus status,
            @Nullable String reason)
            implements Versioned {}

    /**
     * What becomes revenue.
     *
     * @param amount all that remains when left out
     * @param recognitionDate today when left out; not in the future
     */
    public record Release(
            @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable @Example("2026-01-05") LocalDate recognitionDate,
            @Nullable @Size(max = 1000) String notes) {}

    private final Releasing releasing;
    private final OrderDirectory orders;
    private final Books books;
    private final Rows<Deferral, Input, View> rows;

    @Activate
    public DeferralResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Releasing releasing,
            @Reference OrderDirectory orders,
            @Reference Books books) {
        this.releasing = releasing;
        this.orders = orders;
        this.books = books;
        rows = tables.of(Deferral.class)
                .filter("orderId", "status", "deferralDate", "expectedRecognitionDate")
                .sort("deferralDate")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Deferral, Input, View> records() {
        return rows;
    }

    @Override
    @Answers({"invalid-state", "period-locked"})
    public List<View> add(List<Input> inputs) {
        Map<UUID, OrderSummary> known =
                orders.findAll(inputs.stream().map(Input::orderId).collect(Collectors.toSet()));
        return rows.createAll(inputs, (deferral, input) -> {
            OrderSummary order = known.get(input.orderId);
            if (order == null) {
                throw Problem.invalid("orderId", "There is no such order.");
            }
            if (order.status() == OrderStatus.CANCELLED) {
                throw Problem.of("invalid-state", "A cancelled order brings no revenue.")
                        .with("status", "cancelled");
            }
            books.requireOpen(input.deferralDate);
            deferral.remainingAmount = deferral.originalAmount;
            deferral.recognizedAmount = Money.ZERO;
        });
    }

    @POST
    @Path("{id}/release")
    @Answers({"exceeds-remaining", "exceeds-revenue", "period-locked"})
    @Summary("Makes a part of it revenue, or all")
    public View release(@PathParam("id") UUID id, @Nullable Release asked) {
        LocalDate today = books.today();
        LocalDate on = asked == null || asked.recognitionDate == null ? today : asked.recognitionDate;
        if (on.isAfter(today)) {
            throw Problem.invalid("recognitionDate", "This day has not come yet.");
        }
        releasing.lock(id);
        return rows.change(
                id,
                deferral -> releasing.release(
                        deferral,
                        asked == null ? null : asked.amount,
                        on,
                        RecognitionType.ON_DELIVERY,
                        null,
                        asked == null ? null : asked.notes));
    }
}
