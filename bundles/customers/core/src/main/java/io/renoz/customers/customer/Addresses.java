package io.renoz.customers.customer;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.AddressType;
import io.renoz.customers.api.PostalAddress;
import io.renoz.data.Tables;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where customers are, as other modules ask for it. */
@Component
public final class Addresses implements AddressBook {

    private final Tables tables;

    @Activate
    public Addresses(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<PostalAddress> find(UUID addressId) {
        return tables.find(Address.class, addressId).map(Address::postal);
    }

    @Override
    public Optional<PostalAddress> primary(UUID customerId, AddressType type) {
        List<Address> first = tables.entities()
                .createQuery(
                        "select a from Address a"
                                + " where a.customerId = :customer and a.isPrimary = true and a.type in :types",
                        Address.class)
                .setParameter("customer", customerId)
                .setParameter("types", List.of(type, AddressType.BILLING))
                .getResultList();
        return first.stream()
                .filter(address -> address.type == type)
                .findFirst()
                .or(() -> first.stream().findFirst())
                .map(Address::postal);
    }
}
