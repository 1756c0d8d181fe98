package io.renoz.financial.credit;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.financial.Money;
import io.renoz.financial.api.CreditedLines;
import io.renoz.financial.api.CreditedLines.CreditedLine;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderLineSummary;
import io.renoz.orders.api.OrderSummary;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.DraftLine;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows what may be credited of orders. */
@Component(service = Creditables.class)
public final class Creditables {

    private final Tables tables;
    private final OrderDirectory orders;
    private final DocumentTotals totals;

    @Activate
    public Creditables(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference OrderDirectory orders,
            @Reference DocumentTotals totals) {
        this.tables = tables;
        this.orders = orders;
        this.totals = totals;
    }

    Creditable of(OrderSummary order) {
        List<OrderLineSummary> lines = orders.lines(order.id());
        Map<UUID, Amounts> credited = credited(order.id());
        Amounts inAll = credited.values().stream().reduce(Amounts.NONE, Amounts::plus);
        credited.remove(OTHER);
        return new Creditable(order, lines, charged(order, lines), credited, inAll);
    }

    /** FIN-02: net after the line's own discount and its share of the order's, tax as charged. */
    private Map<UUID, Amounts> charged(OrderSummary order, List<OrderLineSummary> lines) {
        List<OrderLineSummary> priced =
                lines.stream().filter(line -> line.quantity().signum() > 0).toList();
        CalculatedDocument computed = totals.calculate(new DocumentDraft(
                priced.stream().map(Creditables::draft).toList(),
                null,
                order.discountAmount(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                totals.rounding()));
        var charged = new LinkedHashMap<UUID, Amounts>();
        for (int i = 0; i < priced.size(); i++) {
            OrderLineSummary line = priced.get(i);
            charged.put(
                    line.id(),
                    new Amounts(line.quantity(), computed.lines().get(i).net(), line.taxAmount()));
        }
        return charged;
    }

    private static DraftLine draft(OrderLineSummary line) {
        return new DraftLine(
                line.quantity(), line.unitPrice(), line.discountPercent(), line.discountAmount(), line.taxRate());
    }

    /** Stands for amounts that are no line of the order. */
    private static final UUID OTHER = new UUID(0, 0);

    /** What notes in force have credited, by line of the order; a draft in the making may be anything but complete yet. */
    private Map<UUID, Amounts> credited(UUID order) {
        List<?> rows = tables.entities()
                .createNativeQuery(
                        "select l.order_line_item_id, sum(l.quantity), sum(l.line_subtotal), sum(l.tax_amount)"
                                + " from financial.credit_notes n join financial.credit_note_line_items l"
                                + " on l.organization_id = n.organization_id and l.credit_note_id = n.id"
                                + " where n.organization_id = ?1 and n.order_id = ?2"
                                + " and n.status in ('issued', 'partially_applied', 'applied')"
                                + " group by l.order_line_item_id")
                .setParameter(1, Call.tenant())
                .setParameter(2, order)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        var credited = new LinkedHashMap<UUID, Amounts>();
        for (Object row : rows) {
            var values = (Object[]) row;
            credited.put(
                    values[0] == null ? OTHER : (UUID) values[0],
                    new Amounts((BigDecimal) values[1], (BigDecimal) values[2], (BigDecimal) values[3]));
        }
        return credited;
    }

    CreditedLines summary(UUID order) {
        var lines = new LinkedHashMap<UUID, CreditedLine>();
        BigDecimal net = Money.ZERO;
        BigDecimal tax = Money.ZERO;
        for (var one : credited(order).entrySet()) {
            Amounts amounts = one.getValue();
            net = net.add(amounts.net());
            tax = tax.add(amounts.tax());
            if (!one.getKey().equals(OTHER)) {
                lines.put(one.getKey(), new CreditedLine(amounts.quantity(), amounts.net(), amounts.tax()));
            }
        }
        return new CreditedLines(order, lines, net, tax, net.add(tax));
    }

    /** What notes in force have credited of an order, without tax. */
    public BigDecimal netOf(UUID order) {
        return summary(order).net();
    }
}
