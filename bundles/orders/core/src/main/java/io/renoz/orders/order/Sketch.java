package io.renoz.orders.order;

/** Orders that are not to be stored: what bears on their money, to be computed. */
final class Sketch {

    private Sketch() {}

    /** Of what a caller asks. */
    @SuppressWarnings("NullAway") // what is left open here is filled in when the draft is completed
    static Order of(OrderInput input) {
        var order = new Order();
        order.customerId = input.customerId();
        order.contactId = input.contactId();
        order.orderDate = input.orderDate();
        order.currency = input.currency();
        order.discountPercent = input.discountPercent();
        order.discountFixed = input.discountFixed();
        order.shippingAmount = input.shippingAmount();
        order.shippingTaxType = input.shippingTaxType();
        order.subtotal = input.subtotal();
        order.discountAmount = input.discountAmount();
        order.taxAmount = input.taxAmount();
        order.total = input.total();
        order.strictTotals = input.strictTotals();
        input.lines().forEach(line -> order.lines.add(OrderLine.of(order.id(), line)));
        return order;
    }

    /** Of an order that is there, so that a change can be tried. */
    static Order of(Order original) {
        var order = new Order();
        order.customerId = original.customerId;
        order.customerName = original.customerName;
        order.orderDate = original.orderDate;
        order.currency = original.currency;
        order.status = original.status;
        order.discountPercent = original.discountPercent;
        order.discountFixed = original.discountFixed;
        order.shippingAmount = original.shippingAmount;
        order.shippingTaxType = original.shippingTaxType;
        order.shippingTaxRate = original.shippingTaxRate;
        original.lines.forEach(line -> order.lines.add(line.copy()));
        return order;
    }
}
