package io.renoz.suppliers;

import io.renoz.module.ModuleLifecycle;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NumberSequences;
import io.renoz.suppliers.supplier.OpenOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is there once an organization has the module on, and when it may be turned off. */
@Component
public final class SuppliersLifecycle implements ModuleLifecycle {

    private final NumberSequences sequences;
    private final OpenOrders orders;

    @Activate
    public SuppliersLifecycle(@Reference NumberSequences sequences, @Reference OpenOrders orders) {
        this.sequences = sequences;
        this.orders = orders;
    }

    @Override
    public void beforeEnable() {
        Sequences.ALL.forEach(sequences::register);
    }

    /** SUP-24: not while orders wait for a decision or for goods. */
    @Override
    public void beforeDisable() {
        int open = orders.all();
        if (open > 0) {
            throw Problem.of("reference-in-use", open + " purchase orders are not done with.")
                    .with("openOrders", open);
        }
    }
}
