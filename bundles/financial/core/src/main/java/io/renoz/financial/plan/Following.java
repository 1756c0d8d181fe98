package io.renoz.financial.plan;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.financial.Money;
import io.renoz.financial.OrderEvents;
import io.renoz.financial.Turns;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.api.PlanSpec;
import io.renoz.financial.plan.Shifting.Part;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-10, FIN-11: plans follow their orders. Whatever happened, the order is looked at as it is now, so repeats do no harm. */
@Component(service = {EventListener.class, Following.class})
public final class Following implements EventListener {

    private final Tables tables;
    private final Upkeep upkeep;
    private final Payments payments;
    private final OrderDirectory orders;
    private final Turns turns;

    @Activate
    public Following(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Upkeep upkeep,
            @Reference Payments payments,
            @Reference OrderDirectory orders,
            @Reference Turns turns) {
        this.tables = tables;
        this.upkeep = upkeep;
        this.payments = payments;
        this.orders = orders;
        this.turns = turns;
    }

    @Override
    public Set<String> events() {
        return Set.of(
                OrderEvents.UPDATED,
                OrderEvents.CONFIRMED,
                OrderEvents.DELIVERED,
                OrderEvents.AMENDED,
                OrderEvents.REMAINDER_CLOSED,
                OrderEvents.CANCELLED,
                OrderEvents.SHIPPED,
                OrderEvents.PAYMENT_RECORDED,
                OrderEvents.PAYMENT_REFUNDED,
                OrderEvents.PAYMENT_VOIDED);
    }

    @Override
    public void handle(DomainEvent event) {
        OrderEvents.orderOf(event).ifPresent(order -> {
            turns.ofOrder(order);
            if (event.name().startsWith(OrderEvents.PAYMENTS)) {
                payments.settle(order);
            } else {
                follow(order, event.name());
            }
        });
    }

    private void follow(UUID id, String event) {
        List<Instalment> rows = upkeep.of(id);
        if (rows.isEmpty()) {
            return;
        }
        Optional<OrderSummary> found = orders.find(id);
        if (found.isEmpty() || found.get().status() == OrderStatus.CANCELLED) {
            drop(id, rows);
            return;
        }
        OrderSummary order = found.get();
        boolean draft = order.status() == OrderStatus.DRAFT;
        if (event.equals(OrderEvents.UPDATED) && !draft) {
            return; // what matters of later changes is told by name
        }
        boolean changed = adapt(rows, order, draft || event.equals(OrderEvents.CONFIRMED));
        Upkeep.shareTax(rows, order.taxAmount());
        upkeep.date(rows, order);
        if (changed) {
            payments.settle(rows, order);
            upkeep.tellPlan("changed", id, rows.get(0).planType, rows.size());
        }
        upkeep.follow(rows);
        upkeep.tellDueDate(rows, order);
        tables.flush();
    }

    /** Nothing is paid any more: what was not paid goes. */
    private void drop(UUID id, List<Instalment> rows) {
        List<Instalment> unpaid =
                rows.stream().filter(row -> row.paidAmount.signum() == 0).toList();
        if (!unpaid.isEmpty()) {
            unpaid.forEach(tables::remove);
            tables.flush();
            upkeep.tellPlan("changed", id, null, rows.size() - unpaid.size());
        }
    }

    /** FIN-10: makes the instalments sum to the order's total again; says whether they did not. */
    private boolean adapt(List<Instalment> rows, OrderSummary order, boolean anew) {
        BigDecimal sum = Money.sum(rows.stream().map(row -> row.amount).toList());
        boolean paid = rows.stream().anyMatch(row -> row.paidAmount.signum() > 0);
        if (sum.compareTo(order.total()) == 0 || order.total().signum() <= 0) {
            return false;
        }
        List<BigDecimal> amounts = anew && !paid ? recut(rows, sum, order.total()) : shifted(rows, order.total());
        if (amounts.size() > rows.size()) {
            rows.add(another(rows.get(rows.size() - 1), amounts.get(rows.size()), order));
        }
        var gone = new ArrayList<Instalment>();
        for (int i = 0; i < rows.size(); i++) {
            if (amounts.get(i).signum() == 0) {
                gone.add(rows.get(i));
            } else {
                rows.get(i).amount = amounts.get(i);
            }
        }
        gone.forEach(tables::remove);
        rows.removeAll(gone);
        return true;
    }

    private static List<BigDecimal> shifted(List<Instalment> rows, BigDecimal total) {
        return Shifting.to(
                rows.stream().map(row -> new Part(row.amount, row.paidAmount)).toList(), total);
    }

    /** While the order is a draft the plan is made again of its total, in the same proportions. */
    private static List<BigDecimal> recut(List<Instalment> rows, BigDecimal sum, BigDecimal total) {
        PaymentPlanType type = rows.get(0).planType;
        List<BigDecimal> amounts = type == PaymentPlanType.CUSTOM || rows.size() < Cutting.FEWEST
                ? Cutting.inProportion(rows.stream().map(row -> row.amount).toList(), sum, total)
                : Cutting.amounts(new PlanSpec(type, rows.size(), null, List.of()), total);
        boolean possible = amounts.stream().allMatch(amount -> amount.signum() > 0);
        return possible ? amounts : shifted(rows, total);
    }

    /** All are paid: what is more is due as the order itself is. */
    private Instalment another(Instalment last, BigDecimal amount, OrderSummary order) {
        var row = new Instalment(last.orderId, last.planType, last.installmentNo + 1, amount);
        row.description = "Amendment";
        row.dueTrigger = InstallmentTrigger.FIXED_DATE;
        row.dueDate = order.dueDate() == null ? order.orderDate().plusDays(order.paymentTermsDays()) : order.dueDate();
        return tables.add(row);
    }
}
