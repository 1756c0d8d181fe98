package io.renoz.financial.reminder;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Facts;
import io.renoz.financial.Outgoing;
import io.renoz.financial.Turns;
import io.renoz.format.Format;
import io.renoz.mail.MailAddress;
import io.renoz.mail.MailMessage;
import io.renoz.orders.api.OrderBalance;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderLedger;
import io.renoz.orders.api.OrderSummary;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-14: sends a step once, with the balance as it is at that moment. */
@Component(service = Sending.class)
public final class Sending {

    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_BODY = 20_000;

    private final Tables tables;
    private final ReminderPolicy policy;
    private final OrderDirectory orders;
    private final OrderLedger ledger;
    private final Attachments attachments;
    private final UserDirectory users;
    private final Outgoing outgoing;
    private final EventPublisher events;
    private final Turns turns;
    private final Books books;

    @Activate
    public Sending(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference ReminderPolicy policy,
            @Reference OrderDirectory orders,
            @Reference OrderLedger ledger,
            @Reference Attachments attachments,
            @Reference UserDirectory users,
            @Reference Outgoing outgoing,
            @Reference EventPublisher events,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.policy = policy;
        this.orders = orders;
        this.ledger = ledger;
        this.attachments = attachments;
        this.users = users;
        this.outgoing = outgoing;
        this.events = events;
        this.turns = turns;
        this.books = books;
    }

    /** Whether the step went out, or was passed over, for this order and due date. */
    boolean known(String runKey) {
        return tables.findBy(Reminder.class, "runKey", runKey).isPresent();
    }

    /** Sends the step to an order, unless it went out already or nothing worth it is due any more. */
    Optional<Reminder> send(Candidate candidate, ReminderTemplate step, boolean manual) {
        turns.ofOrder(candidate.orderId());
        if (known(candidate.runKey(step.days()))) {
            return Optional.empty();
        }
        OrderBalance balance = ledger.balance(candidate.orderId());
        Optional<OrderSummary> order = orders.find(candidate.orderId());
        if (order.isEmpty()
                || balance.due().compareTo(policy.current().minBalance) < 0
                || balance.due().signum() <= 0) {
            return Optional.empty();
        }
        var reminder = new Reminder(candidate, step, balance.due(), manual, books.now());
        List<MailAddress> recipients = outgoing.recipients(candidate.customerId());
        if (recipients.isEmpty()) {
            reminder.skip("The customer has no contact with an e-mail address.");
        } else {
            post(reminder, candidate, step, order.get(), recipients);
        }
        tables.add(reminder);
        tables.flush();
        if (!recipients.isEmpty()) {
            tell(reminder, candidate);
        }
        return Optional.of(reminder);
    }

    private void post(
            Reminder reminder,
            Candidate candidate,
            ReminderTemplate step,
            OrderSummary order,
            List<MailAddress> recipients) {
        ReminderSetting setting = policy.current();
        Map<String, String> values = values(candidate, step, order, reminder.balanceDue);
        reminder.subjectSent = MailMessage.line(Placeholders.fill(step.subject, values), LONGEST_SUBJECT);
        reminder.bodySent = cut(Placeholders.fill(step.body, values), LONGEST_BODY);
        reminder.recipientEmail = cut(recipients.get(0).address(), LONGEST_ADDRESS);
        reminder.notes = recipients.size() == 1
                ? null
                : cut(
                        "Also to "
                                + recipients.stream()
                                        .skip(1)
                                        .map(MailAddress::address)
                                        .collect(Collectors.joining(", ")),
                        LONGEST_NOTE);
        var all = new ArrayList<>(recipients);
        if (setting.ccOwner) {
            seller(order).ifPresent(all::add);
        }
        outgoing.send(
                all,
                reminder.subjectSent,
                reminder.bodySent,
                setting.attachInvoice ? invoice(candidate.orderId()) : null);
        ledger.markReminded(candidate.orderId(), reminder.sentAt);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private Optional<MailAddress> seller(OrderSummary order) {
        return Optional.ofNullable(order.assignedTo())
                .flatMap(users::find)
                .filter(UserRef::active)
                .map(user -> new MailAddress(user.email(), MailMessage.line(user.name(), LONGEST_NAME)));
    }

    /** The invoice as orders keep it. */
    private @Nullable UUID invoice(UUID order) {
        return attachments.list("order", order).stream()
                .filter(file -> "invoice".equals(file.documentType()))
                .map(AttachmentRef::id)
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> values(
            Candidate candidate, ReminderTemplate step, OrderSummary order, BigDecimal balance) {
        Format format = books.format();
        var values = new HashMap<String, String>();
        values.put("organizationName", books.organization().name());
        values.put("customerName", candidate.customerName());
        values.put("orderNumber", candidate.orderNumber());
        values.put("invoiceNumber", candidate.invoiceNumber() == null ? "" : candidate.invoiceNumber());
        values.put("dueDate", candidate.dueDate() == null ? "" : format.date(candidate.dueDate()));
        values.put("daysOverdue", Integer.toString(candidate.daysOverdue()));
        values.put("balanceDue", format.money(balance));
        values.put("total", format.money(order.total()));
        values.put("feeAmount", format.money(step.feeAmount));
        return values;
    }

    private void tell(Reminder reminder, Candidate candidate) {
        events.publish(Facts.of("orderId", reminder.orderId)
                .and("customerId", reminder.customerId)
                .and("step", reminder.templateName)
                .and("balanceDue", reminder.balanceDue)
                .event("reminder.sent", "reminder", reminder.id()));
        int sent = candidate.remindersSent() + 1;
        if (sent == policy.current().maxReminders) {
            events.publish(Facts.of("orderId", reminder.orderId)
                    .and("customerId", reminder.customerId)
                    .and("reminders", sent)
                    .event("reminder.exhausted", "reminder", reminder.id()));
        }
    }
}
