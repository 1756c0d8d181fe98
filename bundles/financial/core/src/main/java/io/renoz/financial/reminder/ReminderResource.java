package io.renoz.financial.reminder;

import io.renoz.data.Page;
import io.renoz.financial.Books;
import io.renoz.financial.Outgoing;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/reminders}: who would get which step, and sending one by hand. */
@Component
@Path("reminders")
public final class ReminderResource implements Resource {

    /**
     * Orders to remind of.
     *
     * @param templateId the step; the highest that each order has reached when left out
     */
    public record Send(
            @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> orderIds,
            @Nullable UUID templateId) {}

    /** What was sent. */
    public record Sent(List<Line> items) {}

    /** A reminder that was queued. */
    public record Line(UUID id, UUID orderId, @Nullable String templateName, String recipientEmail) {}

    /**
     * Open orders with the step they would get today.
     *
     * @param next where the following ones begin; null at the end
     */
    public record Open(
            LocalDate asOf, List<Candidate> items, @Nullable String next) {}

    private final Candidates candidates;
    private final Sending sending;
    private final OrderDirectory orders;
    private final Outgoing outgoing;
    private final ReminderPolicy policy;
    private final Books books;

    @Activate
    public ReminderResource(
            @Reference Candidates candidates,
            @Reference Sending sending,
            @Reference OrderDirectory orders,
            @Reference Outgoing outgoing,
            @Reference ReminderPolicy policy,
            @Reference Books books) {
        this.candidates = candidates;
        this.sending = sending;
        this.orders = orders;
        this.outgoing = outgoing;
        this.policy = policy;
        this.books = books;
    }

    @GET
    @Path("candidates")
    @Summary("Open orders with the step they would get today, and why the others get none; from {next} on")
    public Open candidates(@QueryParam("from") @Nullable String from) {
        Page<Candidate> page = candidates.page(from);
        return new Open(books.today(), page.items(), page.next());
    }

    @POST
    @Path("send")
    @Answers({"module-disabled", "no-recipient", "not-overdue", "duplicate"})
    @Summary("Sends a step for up to 100 orders now, all or none")
    public Sent send(Send asked) {
        outgoing.require();
        List<UUID> ids = asked.orderIds.stream().distinct().toList();
        Map<UUID, OrderSummary> known = orders.findAll(ids);
        List<OpenItem> open = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            open.add(item(Optional.ofNullable(known.get(ids.get(i))), i));
        }
        List<Candidate> judged = candidates.judge(open);
        List<ReminderTemplate> steps = candidates.steps();
        var sent = new ArrayList<Line>();
        for (int i = 0; i < judged.size(); i++) {
            sent.add(send(judged.get(i), step(judged.get(i), steps, asked.templateId, i), i));
        }
        return new Sent(sent);
    }

    private Line send(Candidate candidate, ReminderTemplate step, int index) {
        if (sending.known(candidate.runKey(step.days()))) {
            throw at(Problem.of("duplicate", "This step went out for " + candidate.orderNumber() + " already."), index);
        }
        if (outgoing.recipients(candidate.customerId()).isEmpty()) {
            throw at(
                    Problem.of("no-recipient", candidate.customerName() + " has no contact with an e-mail address."),
                    index);
        }
        Reminder reminder =
                sending.send(candidate, step, true).orElseThrow(() -> at(notOverdue(candidate.orderNumber()), index));
        return new Line(reminder.id(), reminder.orderId, reminder.templateName, reminder.recipientEmail);
    }

    private ReminderTemplate step(Candidate candidate, List<ReminderTemplate> steps, @Nullable UUID asked, int index) {
        UUID wanted = asked == null && candidate.templateId() == null ? policy.current().defaultTemplateId : asked;
        if (wanted != null) {
            ReminderTemplate step = steps.stream()
                    .filter(one -> one.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("templateId", "There is no such step."));
            if (candidate.daysOverdue() < Math.min(step.days(), 1)) {
                throw at(notOverdue(candidate.orderNumber()), index);
            }
            return step;
        }
        return Ladder.reached(steps, candidate.daysOverdue())
                .orElseThrow(() -> at(notOverdue(candidate.orderNumber()), index));
    }

    private OpenItem item(Optional<OrderSummary> found, int index) {
        OrderSummary order = found.orElseThrow(() -> Problem.invalid("orderIds/" + index, "There is no such order."));
        boolean issued = order.invoiceNumber() != null
                && order.status() != OrderStatus.CANCELLED
                && order.invoiceStatus() != InvoiceStatus.CANCELED;
        LocalDate due = order.dueDate();
        if (!issued || due == null || order.balanceDue().signum() <= 0) {
            throw at(notOverdue(order.orderNumber()), index);
        }
        return new OpenItem(
                order.id(),
                order.orderNumber(),
                order.invoiceNumber(),
                order.customerId(),
                order.customerName(),
                Objects.requireNonNullElse(order.invoiceDate(), due),
                due,
                Math.toIntExact(ChronoUnit.DAYS.between(due, books.today())),
                order.total(),
                order.balanceDue());
    }

    private static Problem notOverdue(String number) {
        return Problem.of("not-overdue", "Nothing is overdue on " + number + ".");
    }

    private static Problem at(Problem problem, int index) {
        return problem.with(List.of(new FieldError("/orderIds/" + index, problem.detail())));
    }
}
