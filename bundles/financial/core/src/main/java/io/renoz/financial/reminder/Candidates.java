package io.renoz.financial.reminder;

import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.reminder.Ladder.Choice;
import io.renoz.financial.reminder.Ladder.LeftOut;
import io.renoz.financial.reminder.Ladder.Limits;
import io.renoz.financial.reminder.Ladder.Sent;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.OrderLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-13: who would get which step today. A page takes the same few queries whatever its length. */
@Component(service = Candidates.class)
public final class Candidates {

    private final Tables tables;
    private final ReminderPolicy policy;
    private final OrderLedger ledger;
    private final Books books;

    @Activate
    public Candidates(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference ReminderPolicy policy,
            @Reference OrderLedger ledger,
            @Reference Books books) {
        this.tables = tables;
        this.policy = policy;
        this.ledger = ledger;
        this.books = books;
    }

    /** The steps of the organization, by their days. */
    List<ReminderTemplate> steps() {
        return tables.entities()
                .createQuery("select t from ReminderTemplate t order by t.daysOverdue", ReminderTemplate.class)
                .getResultList();
    }

    /** A page of the open orders of all customers. */
    Page<Candidate> page(@Nullable String cursor) {
        Page<OpenItem> open = ledger.openItems(null, books.today(), cursor);
        List<Candidate> judged = judge(open.items().stream()
                .filter(item -> item.balance().signum() > 0)
                .toList());
        return new Page<>(judged, open.next(), null);
    }

    /** What becomes of these. */
    List<Candidate> judge(List<OpenItem> items) {
        List<UUID> orders = items.stream().map(OpenItem::orderId).toList();
        Map<UUID, Sent> sent = sent(orders);
        Map<UUID, LocalDate> oldest = oldest(orders);
        List<ReminderTemplate> steps = steps();
        ReminderSetting setting = policy.current();
        return items.stream()
                .map(item -> judge(
                        item,
                        oldest.getOrDefault(item.orderId(), item.dueDate()),
                        sent.getOrDefault(item.orderId(), Sent.NOTHING),
                        steps,
                        setting))
                .toList();
    }

    private Candidate judge(
            OpenItem item, @Nullable LocalDate due, Sent sent, List<ReminderTemplate> steps, ReminderSetting setting) {
        LocalDate today = books.today();
        int late = due == null ? item.daysLate() : Math.toIntExact(ChronoUnit.DAYS.between(due, today));
        Choice choice = item.balance().compareTo(setting.minBalance) < 0
                ? Choice.none(LeftOut.BELOW_MIN_BALANCE)
                : Ladder.next(steps, late, sent, new Limits(setting.maxReminders, setting.minDaysBetween), today);
        ReminderTemplate step = choice.step();
        return new Candidate(
                item.orderId(),
                item.orderNumber(),
                item.invoiceNumber(),
                item.customerId(),
                item.customerName(),
                due,
                late,
                item.balance(),
                sent.count(),
                step == null ? null : step.id(),
                step == null ? null : step.name,
                step == null ? null : step.days(),
                choice.leftOut());
    }

    private Map<UUID, Sent> sent(List<UUID> orders) {
        var found = new HashMap<UUID, Sent>();
        if (!orders.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select r.orderId, count(r), max(r.ladderDays), max(r.sentAt) from Reminder r"
                                    + " where r.orderId in :orders and r.deliveryStatus not in :lost group by r.orderId",
                            Object[].class)
                    .setParameter("orders", orders)
                    .setParameter("lost", List.of(ReminderDeliveryStatus.FAILED, ReminderDeliveryStatus.SKIPPED))
                    .getResultList()
                    .forEach(row -> found.put(
                            (UUID) row[0],
                            new Sent(
                                    ((Number) row[1]).intValue(),
                                    (Integer) row[2],
                                    ((Instant) row[3]).atZone(books.zone()).toLocalDate())));
        }
        return found;
    }

    /** FIN-13: with a plan, lateness counts from the oldest unpaid instalment. */
    private Map<UUID, LocalDate> oldest(List<UUID> orders) {
        var found = new HashMap<UUID, LocalDate>();
        if (!orders.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select i.orderId, min(i.dueDate) from Instalment i where i.orderId in :orders"
                                    + " and i.status <> :paid and i.dueDate is not null group by i.orderId",
                            Object[].class)
                    .setParameter("orders", orders)
                    .setParameter("paid", InstallmentStatus.PAID)
                    .getResultList()
                    .forEach(row -> found.put((UUID) row[0], (LocalDate) row[1]));
        }
        return found;
    }
}
