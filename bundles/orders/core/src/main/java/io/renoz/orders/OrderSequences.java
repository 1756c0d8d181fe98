package io.renoz.orders;

import io.renoz.module.ModuleLifecycle;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-05: the numbers of orders and of what comes of them. */
@Component(service = {OrderSequences.class, ModuleLifecycle.class})
public final class OrderSequences implements ModuleLifecycle {

    private static final String PATTERN = "{prefix}-{yyyy}-{seq:5}";

    static final SequenceDeclaration ORDER = declared("orders.order", "Order numbers", "ORD", false);
    static final SequenceDeclaration INVOICE = declared("orders.invoice", "Invoice numbers", "INV", true);
    static final SequenceDeclaration SHIPMENT = declared("orders.shipment", "Shipment numbers", "SHP", false);
    static final SequenceDeclaration PAYMENT = declared("orders.payment", "Payment numbers", "PAY", false);

    private final NumberSequences sequences;

    @Activate
    public OrderSequences(@Reference NumberSequences sequences) {
        this.sequences = sequences;
    }

    private static SequenceDeclaration declared(String key, String name, String prefix, boolean gapless) {
        return new SequenceDeclaration(key, name, prefix, PATTERN, SequenceReset.YEARLY, gapless);
    }

    @Override
    public void beforeEnable() {
        List.of(ORDER, INVOICE, SHIPMENT, PAYMENT).forEach(sequences::register);
    }

    /** As many order numbers as are wanted; they follow each other. */
    public List<String> orders(LocalDate today, int count) {
        return sequences.next(ORDER.key(), today, count);
    }

    /** The next invoice number, without gaps: whoever wants the one after it waits for this transaction. */
    public String invoice(LocalDate date) {
        return sequences.next(INVOICE.key(), date);
    }

    public String shipment(LocalDate today) {
        return sequences.next(SHIPMENT.key(), today);
    }

    public String payment(LocalDate date) {
        return sequences.next(PAYMENT.key(), date);
    }
}
