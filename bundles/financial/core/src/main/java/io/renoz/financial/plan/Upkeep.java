package io.renoz.financial.plan;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Facts;
import io.renoz.financial.FinancialSettings;
import io.renoz.financial.Money;
import io.renoz.financial.RecordTypes;
import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.orders.api.OrderLedger;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the instalments of an order in step with it: days, tax, states, and the order's own due date. */
@Component(service = Upkeep.class)
public final class Upkeep {

    private final Tables tables;
    private final OrderLedger ledger;
    private final EventPublisher events;
    private final Books books;

    @Activate
    public Upkeep(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference OrderLedger ledger,
            @Reference EventPublisher events,
            @Reference Books books) {
        this.tables = tables;
        this.ledger = ledger;
        this.events = events;
        this.books = books;
    }

    /** The instalments of an order by number, as they are stored now. */
    List<Instalment> of(UUID order) {
        return new ArrayList<>(tables.entities()
                .createQuery(
                        "select i from Instalment i where i.orderId = :order order by i.installmentNo",
                        Instalment.class)
                .setParameter("order", order)
                .getResultList());
    }

    /** FIN-09: the order's tax, shared anew. */
    static void shareTax(List<Instalment> rows, BigDecimal tax) {
        BigDecimal total = Money.sum(rows.stream().map(row -> row.amount).toList());
        List<BigDecimal> taxes =
                Cutting.taxes(rows.stream().map(row -> row.amount).toList(), tax.min(total));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).taxAmount.compareTo(taxes.get(i)) != 0) {
                rows.get(i).taxAmount = taxes.get(i);
            }
        }
    }

    /** FIN-09: those whose trigger has happened get their day; a day that was given stays. */
    void date(List<Instalment> rows, OrderSummary order) {
        rows.stream().filter(row -> row.dueDate == null).forEach(row -> {
            LocalDate happened = happened(row.dueTrigger, order);
            row.dueDate = happened == null ? null : happened.plusDays(row.offsetDays);
        });
    }

    private @Nullable LocalDate happened(InstallmentTrigger trigger, OrderSummary order) {
        return switch (trigger) {
            case FIXED_DATE -> null;
            case ON_CONFIRMATION ->
                order.confirmedAt() == null
                        ? null
                        : order.confirmedAt().atZone(books.zone()).toLocalDate();
            case ON_SHIPMENT -> order.shippedDate();
            case ON_DELIVERY -> order.deliveredDate();
        };
    }

    /** FIN-12: brings the states up to date and tells of those that moved. */
    void follow(List<Instalment> rows) {
        LocalDate today = books.today();
        int window = books.number(FinancialSettings.DUE_WINDOW);
        rows.stream().filter(row -> row.follow(today, window)).forEach(this::tell);
    }

    private void tell(Instalment row) {
        if (row.status != InstallmentStatus.PENDING) {
            events.publish(Facts.of("orderId", row.orderId)
                    .and("installmentNo", row.installmentNo)
                    .and("dueDate", row.dueDate)
                    .and("amount", row.amount)
                    .event(
                            "installment." + row.status.name().toLowerCase(java.util.Locale.ROOT),
                            RecordTypes.INSTALMENT,
                            row.id()));
        }
    }

    /** FIN-10: the order is due when its first unpaid instalment is. */
    void tellDueDate(List<Instalment> rows, OrderSummary order) {
        tables.flush();
        rows.stream()
                .filter(row -> !row.isPaid())
                .min(Allocating.byDay())
                .map(row -> row.dueDate)
                .filter(day -> order.status() != OrderStatus.CANCELLED && !day.equals(order.dueDate()))
                .ifPresent(day -> ledger.setDueDate(order.id(), day));
    }

    void tellPlan(String happening, UUID order, @Nullable Object type, int count) {
        events.publish(Facts.of("orderId", order)
                .and("planType", type)
                .and("installments", count)
                .event("payment-plan." + happening, "order", order));
    }
}
