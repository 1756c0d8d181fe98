package io.renoz.financial.revenue;

import io.renoz.data.Coded;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.financial.Books;
import io.renoz.financial.FinancialSettings;
import io.renoz.financial.Turns;
import io.renoz.financial.revenue.RecognitionResource.Input;
import io.renoz.financial.revenue.RecognitionResource.View;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Example;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** {@code /api/v1/financial/revenue-recognition} */
@Component
@Path("revenue-recognition")
public final class RecognitionResource implements Reads<View>, Creates<Input, View> {

    /**
     * Revenue to recognize, or to plan where its day has not come.
     *
     * @param recognitionType as the organization has set when left out
     * @param milestoneName needed for a milestone
     * @param recognizedAmount net of tax
     */
    public record Input(
            @NotNull UUID orderId,
            @Nullable RecognitionType recognitionType,
            @Nullable @Size(max = 255) String milestoneName,

            @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal recognizedAmount,

            @NotNull LocalDate recognitionDate,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable @Size(max = 1000) String notes) {

        public Input {
            if (recognitionType == RecognitionType.MILESTONE && (milestoneName == null || milestoneName.isBlank())) {
                throw Problem.invalid("milestoneName", "A milestone has a name.");
            }
            if (periodStart != null && periodEnd != null && periodEnd.isBefore(periodStart)) {
                throw Problem.invalid("periodEnd", "A period ends on or after its first day.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID orderId,
            RecognitionType recognitionType,
            @Nullable String milestoneName,
            BigDecimal recognizedAmount,
            LocalDate recognitionDate,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            RecognitionState state,
            @Nullable UUID deferredRevenueId,
            @Nullable UUID reversesId,
            @Nullable UUID creditNoteId,
            @Nullable String sourceKey,
            @Nullable String notes)
            implements Versioned {}

    /**
     * What is taken back.
     *
     * @param amount all that is left of it when left out
     * @param recognitionDate of the reversing entry; today when left out
     */
    public record Reversal(
            @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable @Example("2026-01-05") LocalDate recognitionDate,
            @Nullable @Size(max = 1000) String notes) {}

    private final Tables tables;
    private final Revenue revenue;
    private final Takebacks takebacks;
    private final OrderDirectory orders;
    private final Turns turns;
    private final Books books;
    private final Rows<Recognition, Input, View> rows;

    @Activate
    public RecognitionResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Revenue revenue,
            @Reference Takebacks takebacks,
            @Reference OrderDirectory orders,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.revenue = revenue;
        this.takebacks = takebacks;
        this.orders = orders;
        this.turns = turns;
        this.books = books;
        rows = tables.of(Recognition.class)
                .filter("orderId", "recognitionType", "state", "recognitionDate")
                .sort("recognitionDate", "createdAt")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Recognition, Input, View> records() {
        return rows;
    }

    /** FIN-19, FIN-21: no more than the order brings, and nothing in a closed period. */
    @Override
    @Answers({"exceeds-revenue", "invalid-state", "period-locked"})
    public List<View> add(List<Input> inputs) {
        Map<UUID, OrderSummary> known =
                orders.findAll(inputs.stream().map(Input::orderId).collect(Collectors.toSet()));
        known.keySet().stream().sorted().forEach(turns::ofOrder);
        var planned = new HashMap<UUID, BigDecimal>();
        return rows.createAll(inputs, (entry, input) -> {
            OrderSummary order = known.get(input.orderId);
            if (order == null) {
                throw Problem.invalid("orderId", "There is no such order.");
            }
            requireOpen(order);
            books.requireOpen(input.recognitionDate);
            BigDecimal soFar = planned.merge(order.id(), input.recognizedAmount, BigDecimal::add);
            revenue.requireRoom(order, soFar);
            complete(entry);
        });
    }

    private static void requireOpen(OrderSummary order) {
        if (order.status() == OrderStatus.DRAFT || order.status() == OrderStatus.CANCELLED) {
            throw Problem.of("invalid-state", "A draft or cancelled order brings no revenue.")
                    .with("status", Coded.of(order.status()))
                    .with(List.of(new FieldError("/orderId", "This order brings no revenue.")));
        }
    }

    private void complete(Recognition entry) {
        if (entry.recognitionType == null) {
            entry.recognitionType = RecognitionType.valueOf(
                    books.text(FinancialSettings.RECOGNITION_DEFAULT).toUpperCase(Locale.ROOT));
        }
        if (entry.recognitionType == RecognitionType.MILESTONE && entry.milestoneName == null) {
            throw Problem.invalid("milestoneName", "A milestone has a name.");
        }
        if (!entry.recognitionDate.isAfter(books.today())) {
            entry.recognize();
            revenue.tell("recognized", entry);
        }
    }

    @POST
    @Path("{id}/reverse")
    @Answers({"already-reversed", "invalid-transition", "exceeds-remaining", "period-locked"})
    @Summary("Takes it back, in part or whole, by an entry of the opposite sign; answers that entry")
    public View reverse(@PathParam("id") UUID id, @Nullable Reversal asked) {
        turns.ofOrder(tables.require(Recognition.class, id).orderId);
        Recognition entry = tables.lock(Recognition.class, id);
        entry.requireReversible();
        books.requireOpen(entry.recognitionDate);
        LocalDate on = asked == null || asked.recognitionDate == null ? books.today() : asked.recognitionDate;
        books.requireOpen(on);
        BigDecimal left = takebacks.left(entry);
        BigDecimal part = asked == null || asked.amount == null ? left : asked.amount;
        if (part.compareTo(left) > 0) {
            throw Problem.of("exceeds-remaining", "Only " + left + " of it were not taken back yet.")
                    .with("remaining", left);
        }
        Recognition reversal = takebacks.reverse(entry, part, on, null);
        reversal.notes = asked == null ? null : asked.notes;
        tables.flush();
        return rows.view(reversal);
    }
}
