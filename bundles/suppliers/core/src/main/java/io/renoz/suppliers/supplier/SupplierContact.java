package io.renoz.suppliers.supplier;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A person at a supplier. */
@Entity
@Table(schema = "suppliers", name = "supplier_contacts")
@Audited(type = "supplier_contact", name = "name", parent = "supplierId", parentType = "supplier")
public class SupplierContact extends TenantRecord implements Ranked {

    UUID supplierId;

    @Searchable
    String name;

    @Nullable
    String jobTitle;

    @Searchable
    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String mobile;

    boolean isPrimary;
    boolean receivesOrders;
    boolean receivesRemittance;

    @Nullable
    String notes;

    @Transient
    private boolean wasPrimary;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected SupplierContact() {}

    @PostLoad
    void loaded() {
        wasPrimary = isPrimary;
    }

    @Override
    public Object kind() {
        return SupplierContact.class;
    }

    @Override
    public boolean first() {
        return isPrimary;
    }

    @Override
    public boolean wasFirst() {
        return wasPrimary;
    }

    @Override
    public void stepDown() {
        isPrimary = false;
    }

    public UUID supplierId() {
        return supplierId;
    }

    public String name() {
        return name;
    }

    public @Nullable String email() {
        return email;
    }
}
