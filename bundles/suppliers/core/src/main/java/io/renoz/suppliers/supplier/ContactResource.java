package io.renoz.suppliers.supplier;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import io.renoz.suppliers.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/suppliers/{parent}/contacts}. One of them comes first; who newly does takes another's place. */
@Component
@Path("suppliers/{parent}/contacts")
public final class ContactResource
        implements PartLists<ContactResource.View>,
                PartCreates<ContactResource.Input, ContactResource.View>,
                PartDeletes {

    /** What a caller may set. */
    public record Input(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 120) String jobTitle,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 50) String mobile,
            boolean isPrimary,
            boolean receivesOrders,
            boolean receivesRemittance,
            @Nullable @Size(max = 1000) String notes) {

        public Input {
            email = Texts.lower(email);
            phone = Texts.plain(phone);
            mobile = Texts.plain(mobile);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID supplierId,
            String name,
            @Nullable String jobTitle,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            boolean isPrimary,
            boolean receivesOrders,
            boolean receivesRemittance,
            @Nullable String notes)
            implements Versioned {}

    private final Tables tables;
    private final Rows<SupplierContact, Input, View> contacts;

    @Activate
    public ContactResource(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
        this.contacts = tables.of(SupplierContact.class)
                .filter("isPrimary")
                .search("name", "email")
                .sort("name")
                .within("supplierId", Supplier.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<SupplierContact, Input, View> records() {
        return contacts;
    }

    @GET
    @Path("{id}")
    @Summary("One contact of a supplier.")
    public View get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return contacts.within(parent).get(id);
    }

    @Override
    public List<View> add(UUID parent, List<Input> inputs) {
        Locks.change(tables, parent);
        Ranks ranks = Ranks.of(tables, SupplierContact.class, parent);
        return contacts.within(parent).createAll(inputs, (contact, input) -> ranks.settle(contact));
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes a contact of a supplier.")
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Input> patch) {
        Locks.change(tables, parent);
        Ranks ranks = Ranks.of(tables, SupplierContact.class, parent);
        return contacts.within(parent).update(id, patch, (contact, input) -> ranks.settle(contact));
    }

    @Override
    public void delete(UUID parent, UUID id) {
        Locks.change(tables, parent);
        contacts.within(parent).delete(id);
    }
}
