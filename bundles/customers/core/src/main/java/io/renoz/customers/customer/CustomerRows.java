package io.renoz.customers.customer;

import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers as a collection, for all resources whose answer is a customer. */
@Component(service = CustomerRows.class)
public final class CustomerRows {

    private final Rows<Customer, CustomerInput, CustomerView> rows;
    private final Tables tables;

    @Activate
    public CustomerRows(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
        this.rows = table(tables).byName(CustomerInput.class, CustomerView.class);
    }

    /** What lists of customers can be filtered by, and so what criteria are made of. */
    static Table<Customer> table(Tables tables) {
        return tables.of(Customer.class)
                .filter("status", "type", "size", "industry", "ownerId", "parentId", "creditHold")
                .filter("email", "taxId", "externalRef", "createdAt", "updatedAt")
                .search("customerCode", "name", "legalName", "email", "phone", "taxId")
                .sort("name", "customerCode", "createdAt", "updatedAt");
    }

    Rows<Customer, CustomerInput, CustomerView> rows() {
        return rows;
    }

    /** One customer; CUS-11: an account that was merged away is read where it went. */
    public CustomerView get(UUID id) {
        return rows.get(Merged.followed(tables, id));
    }
}
