package io.renoz.suppliers.purchase.cost;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.purchase.order.InvoiceMatchStatus;
import io.renoz.suppliers.purchase.order.OrderValues;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-19: compares what suppliers bill with what was accepted. Whoever calls it holds the lock of the order. */
@Component(service = InvoiceMatching.class)
public final class InvoiceMatching {

    private final Tables tables;
    private final LandedCosts costs;
    private final SettingsReader settings;

    @Activate
    public InvoiceMatching(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference LandedCosts costs,
            @Reference SettingsReader settings) {
        this.tables = tables;
        this.costs = costs;
        this.settings = settings;
    }

    /**
     * Enters the supplier's invoice.
     *
     * @param accept whether a variance is taken as it is
     * @throws Problem {@code duplicate} when the supplier billed another order by that number
     */
    void enter(PurchaseOrder order, String number, LocalDate date, BigDecimal amount, boolean accept) {
        requireNew(order, number);
        InvoiceMatchStatus match = compare(order, amount);
        order.invoiced(
                number,
                date,
                amount,
                accept && match != InvoiceMatchStatus.MATCHED ? InvoiceMatchStatus.ACCEPTED : match);
    }

    /** Compares once more, because goods came or went, or costs changed; what finance accepted stays accepted. */
    public void again(PurchaseOrder order) {
        BigDecimal amount = order.invoiceAmount();
        if (amount != null && order.invoiceMatch() != InvoiceMatchStatus.ACCEPTED) {
            order.rematch(compare(order, amount));
        }
    }

    private InvoiceMatchStatus compare(PurchaseOrder order, BigDecimal amount) {
        BigDecimal value = OrderValues.accepted(order).add(costs.included(order));
        return compare(
                amount,
                value,
                OrderValues.quantitiesDiffer(order),
                settings.getDecimal(SuppliersSettings.CATEGORY, SuppliersSettings.MATCH_TOLERANCE_AMOUNT),
                settings.getDecimal(SuppliersSettings.CATEGORY, SuppliersSettings.MATCH_TOLERANCE_PERCENT));
    }

    /** Within the greater of the two tolerances it matches; else it is the quantity's fault where not all was accepted. */
    static InvoiceMatchStatus compare(
            BigDecimal invoice, BigDecimal value, boolean quantitiesDiffer, BigDecimal amount, BigDecimal percent) {
        BigDecimal tolerance = amount.max(value.multiply(percent).movePointLeft(2));
        if (invoice.subtract(value).abs().compareTo(tolerance) <= 0) {
            return InvoiceMatchStatus.MATCHED;
        }
        return quantitiesDiffer ? InvoiceMatchStatus.QUANTITY_VARIANCE : InvoiceMatchStatus.PRICE_VARIANCE;
    }

    private void requireNew(PurchaseOrder order, String number) {
        List<UUID> same = tables.entities()
                .createQuery(
                        "select o.id from PurchaseOrder o where o.supplierId = :supplier and o.id <> :order"
                                + " and o.supplierInvoiceNumber = :number and o.deletedAt is null",
                        UUID.class)
                .setParameter("supplier", order.supplierId())
                .setParameter("order", order.id())
                .setParameter("number", number)
                .setMaxResults(1)
                .getResultList();
        if (!same.isEmpty()) {
            throw Problem.of("duplicate", "Another order of this supplier has the invoice " + number + ".")
                    .with(List.of(new FieldError("/supplierInvoiceNumber", "This number was entered before.")))
                    .with("purchaseOrderId", same.get(0));
        }
    }
}
