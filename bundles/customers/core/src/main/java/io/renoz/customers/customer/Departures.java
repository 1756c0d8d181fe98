package io.renoz.customers.customer;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.module.Partners;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** CUS-07: who still names a customer that is to go. */
@Component(service = Departures.class)
public final class Departures {

    private final Partners partners;

    @Activate
    public Departures(@Reference Partners partners) {
        this.partners = partners;
    }

    /** How many records name the customer, by module; asked of every module that is deployed, on or off. */
    SortedMap<String, Integer> holders(UUID customer) {
        var counts = new TreeMap<String, Integer>();
        partners.deployed(CustomerReferenceHolder.class)
                .forEach(holder ->
                        counts.merge(holder.module(), holder.service().countReferences(customer), Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
