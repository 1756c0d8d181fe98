package io.renoz.financial.plan;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.financial.Money;
import io.renoz.financial.Turns;
import io.renoz.financial.api.Installment;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.api.PaymentPlans;
import io.renoz.financial.api.PlanSpec;
import io.renoz.financial.api.PlanSpec.CustomInstallment;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-08 to FIN-10: makes payment plans, replaces what is unpaid of them, and takes them away. */
@Component(service = {Plans.class, PaymentPlans.class})
public final class Plans implements PaymentPlans {

    private final Tables tables;
    private final Upkeep upkeep;
    private final Payments payments;
    private final OrderDirectory orders;
    private final Turns turns;

    @Activate
    public Plans(
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
    public List<Installment> of(UUID orderId) {
        return upkeep.of(orderId).stream().map(Instalment::summary).toList();
    }

    @Override
    public List<Installment> create(UUID orderId, PlanSpec plan) {
        return make(orderId, plan).stream().map(Instalment::summary).toList();
    }

    /** An order that may be paid in parts, with its turn taken. */
    private OrderSummary open(UUID orderId) {
        turns.ofOrder(orderId);
        OrderSummary order = orders.find(orderId).orElseThrow(() -> Problem.notFound("order"));
        if (order.status() == OrderStatus.CANCELLED) {
            throw Problem.of("invalid-state", "A cancelled order is not paid.")
                    .with("status", Coded.of(order.status()));
        }
        return order;
    }

    List<Instalment> make(UUID orderId, PlanSpec plan) {
        OrderSummary order = open(orderId);
        if (!upkeep.of(orderId).isEmpty()) {
            throw Problem.of("plan-exists", "This order has a payment plan.").with("orderId", orderId);
        }
        List<Instalment> rows = cut(order, plan, order.total(), 0);
        finish(rows, order);
        upkeep.tellPlan("created", orderId, plan.type(), rows.size());
        return rows;
    }

    /** What was paid stays: an instalment that is paid in part ends at what was paid of it. */
    List<Instalment> replace(UUID orderId, PlanSpec plan) {
        OrderSummary order = open(orderId);
        List<Instalment> before = require(orderId);
        var rows = new ArrayList<Instalment>();
        for (Instalment row : before) {
            if (row.paidAmount.signum() == 0) {
                tables.remove(row);
            } else {
                row.taxAmount = row.taxAmount.min(row.paidAmount);
                row.amount = row.paidAmount;
                rows.add(row);
            }
        }
        tables.flush(); // their numbers are free now
        BigDecimal paid = Money.sum(rows.stream().map(row -> row.amount).toList());
        int last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).installmentNo;
        rows.addAll(cut(order, plan, order.total().subtract(paid), last));
        finish(rows, order);
        upkeep.tellPlan("changed", orderId, plan.type(), rows.size());
        return rows;
    }

    /**
     * The instalments of an order that has some.
     *
     * @throws Problem {@code not-found}
     */
    List<Instalment> require(UUID orderId) {
        List<Instalment> rows = upkeep.of(orderId);
        if (rows.isEmpty()) {
            throw Problem.notFound("payment plan");
        }
        return rows;
    }

    void remove(UUID orderId) {
        turns.ofOrder(orderId);
        List<Instalment> rows = require(orderId);
        if (rows.stream().anyMatch(row -> row.paidAmount.signum() > 0)) {
            throw Problem.of("plan-in-use", "Something was paid on this plan.").with("orderId", orderId);
        }
        rows.forEach(tables::remove);
        tables.flush();
        upkeep.tellPlan("changed", orderId, null, 0);
    }

    private List<Instalment> cut(OrderSummary order, PlanSpec plan, BigDecimal total, int after) {
        List<BigDecimal> amounts = Cutting.amounts(plan, total);
        LocalDate first =
                plan.firstDate() == null ? order.orderDate().plusDays(order.paymentTermsDays()) : plan.firstDate();
        List<LocalDate> days = Cutting.days(plan.type(), first, amounts.size());
        var rows = new ArrayList<Instalment>();
        for (int i = 0; i < amounts.size(); i++) {
            var row = new Instalment(order.id(), plan.type(), after + i + 1, amounts.get(i));
            if (plan.type() == PaymentPlanType.CUSTOM) {
                asAsked(row, plan.custom().get(i), i);
            } else {
                row.dueDate = days.get(i);
            }
            if (row.description == null) {
                row.description = name(plan.type(), i + 1, amounts.size());
            }
            rows.add(tables.add(row));
        }
        return rows;
    }

    private static void asAsked(Instalment row, CustomInstallment asked, int index) {
        boolean fixed = asked.dueTrigger() == InstallmentTrigger.FIXED_DATE;
        if (fixed && asked.dueDate() == null) {
            throw Problem.invalid("installments/" + index + "/dueDate", "Without a trigger it needs a date.");
        }
        row.description = asked.description();
        row.dueTrigger = asked.dueTrigger();
        row.offsetDays = fixed ? 0 : asked.offsetDays();
        row.dueDate = fixed ? asked.dueDate() : null;
    }

    static String name(PaymentPlanType type, int number, int count) {
        if (type == PaymentPlanType.FIFTY_FIFTY) {
            return number == 1 ? "Deposit" : "Final payment";
        }
        return number + " of " + count;
    }

    private void finish(List<Instalment> rows, OrderSummary order) {
        Upkeep.shareTax(rows, order.taxAmount());
        upkeep.date(rows, order);
        payments.settle(rows, order);
        upkeep.follow(rows);
        upkeep.tellDueDate(rows, order);
    }
}
