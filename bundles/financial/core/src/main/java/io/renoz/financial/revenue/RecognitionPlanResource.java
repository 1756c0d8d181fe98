package io.renoz.financial.revenue;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.Money;
import io.renoz.financial.Turns;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/orders/{order}/recognition-plan} */
@Component
@Path("orders/{order}/recognition-plan")
public final class RecognitionPlanResource implements Resource {

    private static final int MOST = 120;

    /**
     * How revenue is to be recognized: equal slices over months, unless milestones are given.
     *
     * @param amount net of tax; all that is left of the order's revenue when left out
     * @param startDate first day of the first month; the order's date when left out
     * @param months 12 when left out
     */
    public record Input(
            @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable LocalDate startDate,
            @Nullable @Min(1) @Max(MOST) Integer months,
            @Size(max = MOST) List<@Valid @NotNull Milestone> milestones) {

        public Input {
            milestones = milestones == null ? List.of() : new ArrayList<>(milestones);
        }
    }

    /** Revenue that is due when something was reached. */
    public record Milestone(
            @NotBlank @Size(max = 255) String milestoneName,

            @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal recognizedAmount,

            @NotNull LocalDate recognitionDate) {}

    /** The entries of the plan. */
    public record Plan(UUID orderId, BigDecimal amount, List<RecognitionResource.View> items) {}

    private final Tables tables;
    private final Revenue revenue;
    private final OrderDirectory orders;
    private final Turns turns;
    private final Books books;
    private final Rows<Recognition, RecognitionResource.Input, RecognitionResource.View> rows;

    @Activate
    public RecognitionPlanResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Revenue revenue,
            @Reference OrderDirectory orders,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.revenue = revenue;
        this.orders = orders;
        this.turns = turns;
        this.books = books;
        this.rows =
                tables.of(Recognition.class).byName(RecognitionResource.Input.class, RecognitionResource.View.class);
    }

    @POST
    @Answers({"exceeds-revenue", "plan-exists", "invalid-state", "period-locked"})
    @Summary("Plans the order's revenue: straight line over months, or by milestones")
    public Plan create(@PathParam("order") UUID id, @Nullable Input asked) {
        turns.ofOrder(id);
        OrderSummary order = orders.requireOpen(id);
        boolean planned = revenue.of(id).stream()
                .anyMatch(entry -> entry.recognitionType != RecognitionType.ON_DELIVERY
                        && entry.state == RecognitionState.PENDING);
        if (planned) {
            throw Problem.of("plan-exists", "The order's revenue is planned already.")
                    .with("orderId", id);
        }
        Input input = asked == null ? new Input(null, null, null, List.of()) : asked;
        List<Recognition> entries = input.milestones.isEmpty() ? slices(order, input) : milestones(order, input);
        BigDecimal sum =
                Money.sum(entries.stream().map(entry -> entry.recognizedAmount).toList());
        if (entries.isEmpty()) {
            throw Problem.of("exceeds-revenue", "Nothing of the order's revenue is left.")
                    .with("left", Money.ZERO);
        }
        revenue.requireRoom(order, sum);
        entries.forEach(entry -> books.requireOpen(entry.recognitionDate));
        entries.forEach(this::store);
        tables.flush();
        return new Plan(id, sum, entries.stream().map(rows::view).toList());
    }

    private void store(Recognition entry) {
        if (!entry.recognitionDate.isAfter(books.today())) {
            entry.recognize();
            revenue.tell("recognized", entry);
        }
        tables.add(entry);
    }

    private List<Recognition> slices(OrderSummary order, Input input) {
        BigDecimal amount = input.amount == null ? revenue.left(order).max(Money.ZERO) : input.amount;
        LocalDate start = Objects.requireNonNullElse(input.startDate, order.orderDate());
        int months = Objects.requireNonNullElse(input.months, 12);
        return Slices.monthly(amount, start, months).stream()
                .map(slice -> {
                    var entry = new Recognition(order.id(), RecognitionType.TIME_BASED, slice.amount(), slice.end());
                    entry.periodStart = slice.start();
                    entry.periodEnd = slice.end();
                    return entry;
                })
                .toList();
    }

    private static List<Recognition> milestones(OrderSummary order, Input input) {
        return input.milestones.stream()
                .map(milestone -> {
                    var entry = new Recognition(
                            order.id(),
                            RecognitionType.MILESTONE,
                            milestone.recognizedAmount,
                            milestone.recognitionDate);
                    entry.milestoneName = milestone.milestoneName;
                    return entry;
                })
                .toList();
    }
}
