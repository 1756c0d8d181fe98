package io.renoz.orders.document;

import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.format.Format;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.order.OrderView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Papers about an order's money: confirmation, pro forma, invoice. */
final class MoneyPapers {

    private MoneyPapers() {}

    static BusinessDocument of(DocumentKind kind, OrderView order, Format format, Map<UUID, List<String>> serials) {
        boolean invoice = kind == DocumentKind.INVOICE;
        String number = invoice && order.invoiceNumber() != null ? order.invoiceNumber() : order.orderNumber();
        BusinessDocument paper = BusinessDocument.titled(kind.title() + " " + number);
        if (order.status() == OrderStatus.DRAFT) {
            paper.remark("Draft: this order is not confirmed, and nothing is to be paid on it.");
        } else if (kind == DocumentKind.PRO_FORMA) {
            paper.remark("This is no tax invoice.");
        }
        if (order.status() == OrderStatus.CANCELLED) {
            paper.remark("This order was cancelled.");
        }
        if (invoice && order.invoiceRevision() > 0) {
            paper.remark("Revision " + order.invoiceRevision() + ", which replaces "
                    + (order.invoiceRevision() == 1
                            ? "the invoice as first issued."
                            : "revision " + (order.invoiceRevision() - 1) + "."));
        }
        paper.party("Bill to", Addresses.of(order, OrderAddressType.BILLING));
        paper.party("Deliver to", Addresses.of(order, OrderAddressType.SHIPPING));
        facts(paper, invoice, order, format);
        lines(paper, order, format, serials);
        totals(paper, invoice, order, format);
        return paper.note("", order.customerNotes()).terms(order.terms());
    }

    private static void facts(BusinessDocument paper, boolean invoice, OrderView order, Format format) {
        if (invoice && order.invoiceDate() != null) {
            paper.fact("Invoice date", format.longDate(order.invoiceDate()));
        }
        if (order.dueDate() != null) {
            paper.fact("Due", format.longDate(order.dueDate()));
        }
        paper.fact(
                invoice ? "Order" : "Order date", invoice ? order.orderNumber() : format.longDate(order.orderDate()));
        paper.fact("Your reference", order.customerPoNumber());
        paper.fact("Your tax number", order.customerTaxId());
        if (!invoice && order.promisedDate() != null) {
            paper.fact("Delivery", format.longDate(order.promisedDate()));
        }
        paper.fact("Currency", order.currency());
    }

    private static void lines(BusinessDocument paper, OrderView order, Format format, Map<UUID, List<String>> serials) {
        paper.table(
                "",
                Column.text("Item"),
                Column.amount("Quantity"),
                Column.amount("Price"),
                Column.amount("Discount"),
                Column.amount("Tax"),
                Column.amount("Amount"));
        for (OrderView.Line line : order.lines()) {
            if (line.lineType() == OrderLineType.SECTION) {
                paper.section(line.description());
            } else if (line.lineType() == OrderLineType.NOTE) {
                paper.across(line.description());
            } else if (line.lineType() == OrderLineType.COMPONENT) {
                paper.row("– " + line.description(), quantity(line, format), "", "", "", "");
            } else {
                paper.row(
                        line.description(),
                        quantity(line, format),
                        format.money(line.unitPrice()),
                        discount(line, format),
                        line.taxRate().signum() == 0 ? "–" : format.percent(line.taxRate()),
                        format.money(line.lineSubtotal()));
            }
            Goods.details(paper, line.sku(), serials.getOrDefault(line.id(), List.of()));
        }
    }

    private static String quantity(OrderView.Line line, Format format) {
        String unit =
                line.unitOfMeasure() == null || line.unitOfMeasure().equals("each") ? "" : " " + line.unitOfMeasure();
        return format.number(line.quantity()) + unit;
    }

    private static String discount(OrderView.Line line, Format format) {
        String percent =
                line.discountPercent() == null || line.discountPercent().signum() == 0
                        ? ""
                        : format.percent(line.discountPercent());
        String amount = line.discountAmount() == null || line.discountAmount().signum() == 0
                ? ""
                : format.money(line.discountAmount());
        return percent.isEmpty() || amount.isEmpty() ? percent + amount : percent + " + " + amount;
    }

    private static void totals(BusinessDocument paper, boolean invoice, OrderView order, Format format) {
        paper.total("Subtotal", format.money(order.subtotal()));
        if (order.discountAmount().signum() > 0) {
            paper.total("Discount", format.money(order.discountAmount().negate()));
        }
        if (order.shippingAmount().signum() > 0) {
            paper.total("Freight", format.money(order.shippingAmount()));
        }
        paper.total("Tax", format.money(order.taxAmount()));
        paper.grandTotal("Total", format.money(order.total()));
        BigDecimal settled = order.paidAmount().add(order.creditedAmount());
        if (invoice && settled.signum() > 0) {
            paper.total("Paid and credited", format.money(settled.negate()));
            paper.grandTotal("To pay", format.money(order.balanceDue()));
        }
    }
}
