package io.renoz.suppliers;

import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.util.List;

/** The numbers that this module's documents have. None is gapless, so nobody waits for a number. */
public final class Sequences {

    public static final SequenceDeclaration SUPPLIER = new SequenceDeclaration(
            "suppliers.supplier", "Supplier codes", "SUP", "{prefix}-{seq:5}", SequenceReset.NEVER, false);

    public static final SequenceDeclaration PURCHASE_ORDER =
            yearly("suppliers.purchase-order", "Purchase orders", "PO");

    public static final SequenceDeclaration RECEIPT = yearly("suppliers.receipt", "Goods received notes", "GRN");

    public static final SequenceDeclaration AGREEMENT = yearly("suppliers.agreement", "Price agreements", "PA");

    /** All of them. */
    public static final List<SequenceDeclaration> ALL = List.of(SUPPLIER, PURCHASE_ORDER, RECEIPT, AGREEMENT);

    private Sequences() {}

    private static SequenceDeclaration yearly(String key, String name, String prefix) {
        return new SequenceDeclaration(key, name, prefix, "{prefix}-{yyyy}-{seq:5}", SequenceReset.YEARLY, false);
    }
}
