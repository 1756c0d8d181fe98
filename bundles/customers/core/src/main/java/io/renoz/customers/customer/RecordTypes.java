package io.renoz.customers.customer;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of records of this module that others can hang things on. */
@Component
public final class RecordTypes implements EntityTypeProvider {

    static final String MODULE = "customers";
    static final String CUSTOMER = "customer";
    static final String CONTACT = "contact";
    static final String ADDRESS = "address";

    private static final String PATH = "/api/v1/customers/";

    private final Tables tables;

    @Activate
    public RecordTypes(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                EntityType.of(MODULE, CUSTOMER, "Customer", PATH + "customers/{id}"),
                EntityType.of(MODULE, CONTACT, "Contact", PATH + "contacts/{id}"),
                EntityType.of(MODULE, ADDRESS, "Address", PATH + "addresses/{id}"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return switch (type) {
            case CUSTOMER ->
                tables.find(Customer.class, id)
                        .map(customer -> EntityLabel.numbered(customer.name, customer.customerCode));
            case CONTACT ->
                tables.find(Contact.class, id)
                        .map(contact -> EntityLabel.named(contact.firstName + " " + contact.lastName));
            case ADDRESS -> tables.find(Address.class, id).map(address -> EntityLabel.named(address.line()));
            default -> Optional.empty();
        };
    }
}
