package io.renoz.suppliers.supplier;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/suppliers}. Contacts and addresses are written and versioned with their supplier. */
@Component
@Path("suppliers")
public final class SupplierResource implements Crud<SupplierInput, SupplierView> {

    private final Tables tables;
    private final Rows<Supplier, SupplierInput, SupplierView> suppliers;
    private final Registration registration;
    private final OpenOrders orders;

    @Activate
    public SupplierResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference SupplierRows suppliers,
            @Reference Registration registration,
            @Reference OpenOrders orders) {
        this.tables = tables;
        this.suppliers = suppliers.rows();
        this.registration = registration;
        this.orders = orders;
    }

    @Override
    public Rows<Supplier, SupplierInput, SupplierView> records() {
        return suppliers;
    }

    @Override
    @Answers({"duplicate-code", "duplicate-value"})
    public List<SupplierView> add(List<SupplierInput> inputs) {
        return registration.register(inputs);
    }

    @Override
    @Answers("duplicate-value")
    public SupplierView update(UUID id, Patch<SupplierInput> patch) {
        return suppliers.update(id, patch, (supplier, input) -> registration.amend(supplier));
    }

    /** SUP-25: a supplier with open orders stays; of a deleted one the row is kept, so that its orders stay readable. */
    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        Locks.hold(tables, List.of(id));
        int open = orders.of(id);
        if (open > 0) {
            throw Problem.of("reference-in-use", "The supplier has " + open + " open purchase orders.")
                    .with("openOrders", open);
        }
        suppliers.delete(id);
    }
}
