package io.renoz.suppliers.supplier;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.suppliers.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** {@code /api/v1/suppliers/suppliers/{parent}/addresses}. One of each type comes first; which newly does takes another's place. */
@Component
@Path("suppliers/{parent}/addresses")
public final class AddressResource
        implements PartLists<AddressResource.View>,
                PartCreates<AddressResource.Input, AddressResource.View>,
                PartDeletes {

    /**
     * What a caller may set.
     *
     * @param country ISO 3166 alpha-2; the organization's when left out
     */
    public record Input(
            AddressType addressType,
            boolean isPrimary,
            @NotBlank @Size(max = 200) String street1,
            @Nullable @Size(max = 200) String street2,
            @NotBlank @Size(max = 100) String city,
            @Nullable @Size(max = 100) String state,
            @NotBlank @Size(max = 20) String postcode,
            @Nullable @Size(min = 2, max = 2) String country) {

        public Input {
            addressType = addressType == null ? AddressType.BILLING : addressType;
            country = Texts.upper(country);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID supplierId,
            AddressType addressType,
            boolean isPrimary,
            String street1,
            @Nullable String street2,
            String city,
            @Nullable String state,
            String postcode,
            String country)
            implements Versioned {}

    private final Tables tables;
    private final Rows<SupplierAddress, Input, View> addresses;
    private final OrganizationDirectory organizations;

    @Activate
    public AddressResource(
            @Reference(target = "(domain=suppliers)") Tables tables, @Reference OrganizationDirectory organizations) {
        this.tables = tables;
        this.organizations = organizations;
        this.addresses = tables.of(SupplierAddress.class)
                .filter("addressType")
                .sort("addressType")
                .within("supplierId", Supplier.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<SupplierAddress, Input, View> records() {
        return addresses;
    }

    @GET
    @Path("{id}")
    @Summary("One address of a supplier.")
    public View get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return addresses.within(parent).get(id);
    }

    @Override
    public List<View> add(UUID parent, List<Input> inputs) {
        Locks.change(tables, parent);
        Ranks ranks = Ranks.of(tables, SupplierAddress.class, parent);
        OrganizationProfile organization = organizations.current();
        return addresses.within(parent).createAll(inputs, (address, input) -> {
            Registration.complete(address, organization);
            ranks.settle(address);
        });
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes an address of a supplier.")
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Input> patch) {
        Locks.change(tables, parent);
        Ranks ranks = Ranks.of(tables, SupplierAddress.class, parent);
        return addresses.within(parent).update(id, patch, (address, input) -> {
            Registration.complete(address, organizations.current());
            ranks.settle(address);
        });
    }

    @Override
    public void delete(UUID parent, UUID id) {
        Locks.change(tables, parent);
        addresses.within(parent).delete(id);
    }
}
