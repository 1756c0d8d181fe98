package io.renoz.customers.customer;

import io.renoz.customers.api.AddressType;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Crud;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/addresses} */
@Component
@Path("addresses")
public final class AddressResource implements Crud<AddressResource.Input, AddressResource.View> {

    /**
     * What a caller may set; an address stays with its customer.
     *
     * @param country ISO 3166 alpha-2; the organization's when left out
     */
    public record Input(
            @NotNull UUID customerId,
            AddressType type,
            @Nullable @Size(max = 100) String label,
            boolean isPrimary,
            @Nullable @Size(max = 255) String attention,
            @NotBlank @Size(max = 255) String street1,
            @Nullable @Size(max = 255) String street2,
            @NotBlank @Size(max = 100) String city,
            @Nullable @Size(max = 100) String state,
            @NotBlank @Size(max = 20) String postcode,
            @Nullable @Size(min = 2, max = 2) String country,

            @Nullable @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6)
            BigDecimal latitude,

            @Nullable @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6)
            BigDecimal longitude,

            @Nullable @Size(max = 1000) String accessNotes,
            @Nullable @Size(max = 500) String notes,
            Boolean isActive) {

        public Input {
            type = type == null ? AddressType.BILLING : type;
            country = Texts.upper(country);
            isActive = isActive == null || isActive;
            Coordinates.requireBoth(latitude, longitude);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            AddressType type,
            @Nullable String label,
            boolean isPrimary,
            @Nullable String attention,
            String street1,
            @Nullable String street2,
            String city,
            @Nullable String state,
            String postcode,
            String country,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String accessNotes,
            @Nullable String notes,
            Boolean isActive)
            implements Versioned {}

    private final Tables tables;
    private final Rows<Address, Input, View> addresses;
    private final PartRules parts;

    @Activate
    public AddressResource(@Reference(target = "(domain=customers)") Tables tables, @Reference PartRules parts) {
        this.tables = tables;
        this.addresses = tables.of(Address.class)
                .filter("customerId", "type", "isPrimary", "isActive", "postcode", "city", "country")
                .search("street1", "city", "postcode")
                .sort("createdAt", "city")
                .byName(Input.class, View.class);
        this.parts = parts;
    }

    @Override
    public Rows<Address, Input, View> records() {
        return addresses;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Primacy primacy = parts.joining(
                Address.class, inputs.stream().map(Input::customerId).toList());
        Supplier<String> country = parts.country();
        return addresses.createAll(inputs, (address, input) -> {
            parts.complete(address, country);
            primacy.settle(address);
        });
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return addresses.update(id, patch, (address, input) -> {
            address.stay();
            parts.complete(address, parts.country());
            parts.changed(Address.class, id, address);
        });
    }

    @Override
    public void delete(UUID id) {
        parts.change(List.of(tables.require(Address.class, id).customerId));
        addresses.delete(id);
    }
}
