package io.renoz.orders.order;

import io.renoz.orders.api.OrderLineSummary;
import io.renoz.orders.api.OrderSummary;
import java.util.List;

/** Orders and lines as other modules see them. */
public final class Summaries {

    private Summaries() {}

    public static OrderSummary of(Order order) {
        return new OrderSummary(
                order.id(),
                order.orderNumber,
                order.customerId,
                order.customerName,
                order.customerTaxId,
                order.contactId,
                order.customerPoNumber,
                order.status,
                order.paymentStatus,
                order.invoiceStatus,
                order.source,
                order.assignedTo,
                order.quoteId,
                order.opportunityId,
                order.orderDate,
                order.requiredDate,
                order.promisedDate,
                order.paymentTermsDays,
                order.dueDate,
                order.shippedDate,
                order.deliveredDate,
                order.confirmedAt,
                order.currency,
                order.subtotal,
                order.discountAmount,
                order.shippingAmount,
                order.shippingTaxType,
                order.shippingTaxRate,
                order.taxAmount,
                order.total,
                order.paidAmount,
                order.creditedAmount,
                order.balanceDue,
                order.invoiceNumber,
                order.invoiceDate,
                order.invoiceRevision,
                order.version());
    }

    public static OrderLineSummary of(OrderLine line, List<String> serials) {
        return new OrderLineSummary(
                line.id(),
                line.orderId,
                line.lineNumber,
                line.lineType,
                line.parentLineId,
                line.productId,
                line.sku,
                line.description,
                line.quantity,
                line.unitOfMeasure,
                line.unitPrice,
                line.discountPercent,
                line.discountAmount,
                line.taxType,
                line.taxRate,
                line.lineSubtotal,
                line.taxAmount,
                line.lineTotal,
                line.isShippable,
                line.isSerialized,
                line.requestedDate,
                line.locationId,
                line.qtyReserved,
                line.qtyPicked,
                line.qtyShipped,
                line.qtyDelivered,
                line.qtyReturned,
                serials);
    }
}
