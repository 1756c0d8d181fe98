package io.renoz.orders.fulfilment;

import static io.renoz.orders.Yard.PLATFORM;
import static io.renoz.orders.Yard.TABLES;

import io.renoz.orders.Yard;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.fulfilment.ConfirmDeliveryResource.Delivery;
import io.renoz.orders.fulfilment.MarkDeliveredResource.Delivered;
import io.renoz.orders.fulfilment.ReopenResource.Reopening;
import io.renoz.orders.fulfilment.ShipResource.Ship;
import io.renoz.orders.fulfilment.ShipmentStatusResource.Move;
import io.renoz.orders.invoice.AutomaticInvoices;
import io.renoz.orders.invoice.Invoices;
import io.renoz.orders.order.OrderView;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.attachment.AttachmentStore;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Where goods are picked, packed and sent, over a yard of orders. */
final class Bay {

    final Yard yard = new Yard();
    final Stock stock = new Stock(yard.around.partners, yard.around);
    final Serials serials = new Serials(TABLES);
    final Shares shares = new Shares(TABLES);
    final Picking picking = new Picking(stock, serials, shares, yard.progress, yard.dates);
    final Packing packing = new Packing(TABLES, stock, serials, shares, yard.sequences, yard.dates);
    final ShipmentRows rows = new ShipmentRows(TABLES);
    final Invoices invoices = new Invoices(TABLES, yard.settlement, yard.dates, yard.sequences, PLATFORM.events());
    final AutomaticInvoices automatic = new AutomaticInvoices(yard.around, invoices);
    final Dispatch dispatch =
            new Dispatch(stock, serials, shares, yard.progress, automatic, PLATFORM.events(), yard.dates);
    final Attachments files = new AttachmentStore(
            PLATFORM.tables("settings"), PLATFORM.blobs(), PLATFORM.contentTypes(), yard.around, PLATFORM.events());
    final Deliveries deliveries = new Deliveries(serials, yard.progress, files, PLATFORM.events(), yard.dates);
    final DirectDeliveries direct =
            new DirectDeliveries(stock, serials, shares, yard.progress, PLATFORM.events(), yard.dates);
    final Acts acts = new Acts(TABLES, direct, stock, yard.reserving, serials, shares, PLATFORM.events(), yard.dates);
    final Withdrawal withdrawal = new Withdrawal(TABLES, yard.reserving, serials);

    final PickResource picks = new PickResource(yard.books, yard.orders, picking);
    final UnpickResource unpicks = new UnpickResource(yard.books, yard.orders, picking);
    final ReleaseStockResource releases = new ReleaseStockResource(yard.books, yard.orders, stock, yard.reserving);
    final MarkDeliveredResource marks = new MarkDeliveredResource(yard.books, yard.orders, direct, yard.dates);
    final ShipmentResource shipments = new ShipmentResource(TABLES, rows, packing, PLATFORM.events());
    final ShipmentItemResource items = new ShipmentItemResource(TABLES, rows, packing);
    final ShipResource ships = new ShipResource(rows, dispatch);
    final ShipmentStatusResource moves = new ShipmentStatusResource(rows, dispatch);
    final ConfirmDeliveryResource confirms = new ConfirmDeliveryResource(rows, deliveries);
    final ReopenResource reopens = new ReopenResource(rows, deliveries);
    final SerialResource units = new SerialResource(TABLES);

    static PickItem item(UUID line, int quantity, String... serials) {
        return new PickItem(line, BigDecimal.valueOf(quantity), Arrays.asList(serials));
    }

    OrderView pick(UUID order, PickItem... items) {
        return yard.organization.call(() -> picks.pick(order, new PickResource.Pick(List.of(items))));
    }

    OrderView unpick(UUID order, PickItem... items) {
        return yard.organization.call(() -> unpicks.unpick(order, new UnpickResource.Unpick(List.of(items))));
    }

    static ShipmentInput.Item packed(UUID line, int quantity, String... serials) {
        return new ShipmentInput.Item(
                null,
                line,
                BigDecimal.valueOf(quantity),
                null,
                null,
                null,
                serials.length == 0 ? null : List.of(serials));
    }

    static ShipmentInput input(UUID order, ShipmentInput.Item... items) {
        return new ShipmentInput(
                order,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(items));
    }

    ShipmentView pack(UUID order, ShipmentInput.Item... items) {
        return yard.organization.call(
                () -> shipments.create(input(order, items)).body());
    }

    ShipmentView ship(UUID shipment) {
        return yard.organization.call(() -> ships.ship(shipment, new Ship("Toll", null, "T-1", null, null, null)));
    }

    ShipmentView move(UUID shipment, ShipmentStatus to) {
        return yard.organization.call(() -> moves.move(shipment, new Move(to, "Nobody home")));
    }

    ShipmentView confirm(UUID shipment) {
        return yard.organization.call(() -> confirms.confirm(shipment, new Delivery(null, "Ann", null, null, null)));
    }

    ShipmentView reopen(UUID shipment) {
        return yard.organization.call(() -> reopens.reopen(shipment, new Reopening("Wrong parcel")));
    }

    OrderView mark(UUID order, UUID line, int quantity, String... serials) {
        return yard.organization.call(
                () -> marks.deliver(order, line, new Delivered(BigDecimal.valueOf(quantity), null, List.of(serials))));
    }
}
