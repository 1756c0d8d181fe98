package io.renoz.orders.document;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The papers of an order. */
public enum DocumentKind {
    CONFIRMATION("order_confirmation", "Order confirmation"),
    PRO_FORMA("pro_forma", "Pro forma"),
    INVOICE("invoice", "Invoice"),
    PACKING_SLIP("packing_slip", "Packing slip"),
    DELIVERY_NOTE("delivery_note", "Delivery note"),
    PICK_LIST("pick_list", "Pick list");

    private final String template;
    private final String title;

    DocumentKind(String template, String title) {
        this.template = template;
        this.title = title;
    }

    /** Type of the document template that says how it looks. */
    String template() {
        return template;
    }

    String title() {
        return title;
    }

    /** Whether it is about a shipment rather than about the order. */
    boolean ofShipment() {
        return this == PACKING_SLIP || this == DELIVERY_NOTE;
    }

    /** The kind of that name, as {@code packing-slip} or {@code packing_slip}. */
    static Optional<DocumentKind> named(String name) {
        String wanted = name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind.name().equals(wanted)).findFirst();
    }
}
