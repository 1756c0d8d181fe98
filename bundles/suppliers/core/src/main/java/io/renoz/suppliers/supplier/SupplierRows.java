package io.renoz.suppliers.supplier;

import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Suppliers as a collection, for all resources whose answer is a supplier. */
@Component(service = SupplierRows.class)
public final class SupplierRows {

    private final Rows<Supplier, SupplierInput, SupplierView> rows;

    @Activate
    public SupplierRows(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.rows = table(tables)
                .sort("name", "supplierCode", "overallRating", "leadTimeDays", "lastOrderDate", "createdAt")
                .byName(SupplierInput.class, SupplierView.class);
    }

    /** What lists of suppliers can be filtered by. */
    static Table<Supplier> table(Tables tables) {
        return tables.of(Supplier.class)
                .filter("status", "supplierType", "isPreferred", "currency", "overallRating")
                .filter("supplierCode", "email", "createdAt", "updatedAt")
                .search("supplierCode", "name", "legalName", "email", "taxId");
    }

    Rows<Supplier, SupplierInput, SupplierView> rows() {
        return rows;
    }
}
