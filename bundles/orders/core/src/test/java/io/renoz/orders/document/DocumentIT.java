package io.renoz.orders.document;

import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Yard.PLATFORM;
import static io.renoz.orders.Yard.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.event.DomainEvent;
import io.renoz.orders.Yard;
import io.renoz.orders.Yard.Sold;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.document.DocumentResource.View;
import io.renoz.orders.fulfilment.Serials;
import io.renoz.orders.invoice.Invoices;
import io.renoz.rest.Download;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.attachment.AttachmentStore;
import io.renoz.settings.document.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentIT {

    private final Yard yard = new Yard();
    private final Attachments files = new AttachmentStore(
            PLATFORM.tables("settings"), PLATFORM.blobs(), PLATFORM.contentTypes(), yard.around, PLATFORM.events());
    private final Templates templates = new Templates(PLATFORM.tables("settings"), yard.around, files);
    private final OrderDocuments documents = new OrderDocuments(
            TABLES,
            PLATFORM.transactions(),
            files,
            yard.orders,
            new Printing(yard.around, templates, yard.printer(), new Serials(TABLES)));
    private final DocumentResource resource = new DocumentResource(TABLES, documents);
    private final Invoices invoices =
            new Invoices(TABLES, yard.settlement, yard.dates, yard.sequences, PLATFORM.events());

    private UUID order() {
        return yard.addressed(yard.order(OrderStatus.CONFIRMED, Sold.goods(2, "100.00"), Sold.units(1, "50.00")));
    }

    private String show(UUID order, String kind, @Nullable UUID shipment) {
        return yard.organization.read(() -> content(resource.show(order, kind, shipment)));
    }

    private static String content(Download file) {
        try (InputStream bytes = file.content().open(0, file.length())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<View> stored(UUID order) {
        return yard.organization.read(() -> resource.stored(order).items());
    }

    private void issue(UUID order) {
        yard.organization.run(() -> {
            invoices.issue(yard.books.lock(order), null);
            TABLES.flush();
        });
    }

    @Test
    @DisplayName("ORD-23: an issued invoice is made once a revision, kept, and served as stored from then on")
    void keepsInvoices() {
        UUID order = order();
        assertRefused(() -> show(order, "invoice", null)).isEqualTo("not-issued");
        issue(order);
        var keeper = new InvoiceKeeper(TABLES, documents);

        yard.organization.run(() -> keeper.handle(issued(order)));
        yard.organization.run(() -> keeper.handle(issued(order)));
        yard.organization.sql("orders", "update orders.orders set customer_name = 'Other' where id = ?", order);
        String shown = show(order, "invoice", null);

        assertThat(yard.rendered).hasSize(1);
        assertThat(shown)
                .startsWith("%PDF")
                .contains(
                        "Invoice INV-2026-00001", "Acme Pty Ltd", "1 High St", "Line 1", "$200.00", "Total", "$275.00")
                .contains("Bill to", "Deliver to", "2026-03-01T13:00:00Z");
        assertThat(stored(order)).singleElement().satisfies(view -> {
            assertThat(view.kind()).isEqualTo(DocumentKind.INVOICE);
            assertThat(view.revision()).isZero();
        });
        yard.organization.sql("orders", "update orders.orders set invoice_revision = 1 where id = ?", order);
        assertThat(show(order, "invoice", null)).contains("which replaces the invoice as first issued");
        assertThat(stored(order)).hasSize(2);
    }

    private static DomainEvent issued(UUID order) {
        return new DomainEvent("orders.invoice.issued", "order", order, Map.of());
    }

    @Test
    @DisplayName(
            "ORD-23: a confirmation is made anew when the order is newer than the stored one, else served as stored")
    void renewsConfirmations() {
        UUID order = order();

        String first = show(order, "confirmation", null);
        String again = show(order, "confirmation", null);
        yard.organization.sql(
                "orders",
                "update orders.orders set customer_notes = 'Ring twice', version = version + 1 where id = ?",
                order);
        String renewed = show(order, "confirmation", null);

        assertThat(again).isEqualTo(first);
        assertThat(renewed).contains("Ring twice");
        assertThat(yard.rendered).hasSize(2);
        assertThat(stored(order)).extracting(View::revision).containsExactly(2, 1);
    }

    @Test
    @DisplayName("ORD-23: a draft's pro forma is marked as such and not kept; it has no confirmation")
    void doesNotKeepDrafts() {
        UUID draft = yard.addressed(yard.order(OrderStatus.DRAFT, Sold.goods(1, "10.00")));

        assertThat(show(draft, "pro-forma", null)).contains("Pro forma ORD-T-1", "Draft:");
        assertThat(stored(draft)).isEmpty();
        assertRefused(() -> show(draft, "confirmation", null)).isEqualTo("not-found");
        assertRefused(() -> show(draft, "poem", null)).isEqualTo("not-found");
        assertThat(show(order(), "pro-forma", null)).contains("This is no tax invoice.");
    }

    @Test
    @DisplayName(
            "ORD-23: packing slips and delivery notes are of a shipment, anew when its papers changed; without prices")
    void printsShipments() {
        UUID order = order();
        assertRefused(() -> show(order, "packing-slip", null)).isEqualTo("not-found");
        UUID shipment = shipment(order);

        String slip = show(order, "packing-slip", null);
        show(order, "packing-slip", shipment);
        yard.organization.sql(
                "orders",
                "update orders.order_shipments set document_revision = 1, instructions = 'Gate 3' where id = ?",
                shipment);
        String renewed = show(order, "packing-slip", shipment);

        assertThat(slip).contains("Packing slip SHP-1", "Line 1", "Ordered").doesNotContain("$");
        assertThat(renewed).contains("Gate 3");
        assertThat(yard.rendered).hasSize(2);
        assertThat(show(order, "delivery_note", shipment)).contains("Signature");
        assertThat(stored(order)).hasSize(3).allSatisfy(view -> assertThat(view.shipmentId())
                .isEqualTo(shipment));
        assertRefused(() -> show(order(), "packing-slip", shipment)).isEqualTo("not-found");
    }

    private UUID shipment(UUID order) {
        UUID id = Ids.next();
        yard.organization.sql(
                "orders",
                "insert into orders.order_shipments (id, order_id, shipment_number, ship_to_name, ship_to_street1,"
                        + " ship_to_city, ship_to_postcode, ship_to_country) values (?, ?, 'SHP-1', 'Acme', '1 High St', 'Sydney', '2000', 'AU')",
                id,
                order);
        yard.organization.sql(
                "orders",
                "insert into orders.shipment_items (shipment_id, order_line_item_id, quantity) values (?, ?, 1)",
                id,
                yard.line(order, 1));
        return id;
    }

    @Test
    @DisplayName("ORD-23: a pick list shows what is still to be picked, and is not kept")
    void listsWhatIsToPick() {
        UUID order = order();
        yard.organization.sql(
                "orders", "update orders.order_line_items set qty_picked = 2 where id = ?", yard.line(order, 1));

        String list = show(order, "pick-list", null);

        assertThat(list).contains("Pick list ORD-T-1", "Line 2").doesNotContain("Line 1");
        assertThat(stored(order)).isEmpty();
    }

    @Test
    @DisplayName("ORD-23: the same order makes the same bytes")
    void isTheSameEachTime() {
        UUID draft = yard.addressed(yard.order(OrderStatus.DRAFT, Sold.goods(1, "10.00")));

        show(draft, "pro-forma", null);
        show(draft, "pro-forma", null);

        assertThat(yard.rendered.get(0)).isEqualTo(yard.rendered.get(1));
    }

    @Test
    @DisplayName("ORD-23: each kind of paper can be given a look once the organization has orders")
    void letsPapersHaveALook() {
        var types = new DocumentTypes(templates);

        for (String module : List.of("orders", "orders", "inventory")) {
            yard.organization.run(() -> types.handle(new DomainEvent(
                    "modules.module.enabled", "organization_module", UUID.randomUUID(), Map.of("module", module))));
        }

        Object looks = yard.organization.read(() -> PLATFORM.tables("settings")
                .entities()
                .createNativeQuery("select count(*) from settings.document_templates where organization_id = ?")
                .setParameter(1, yard.organization.id())
                .getSingleResult());
        assertThat(((Number) looks).intValue()).isEqualTo(DocumentKind.values().length);
    }
}
