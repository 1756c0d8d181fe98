package io.renoz.products.price;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.data.Tables;
import io.renoz.products.Locks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The prices of a customer, all at once. What was is part of the history and stays with whom it was. */
@Component
public final class CustomerPrices implements CustomerReferenceHolder {

    private final Tables tables;

    @Activate
    public CustomerPrices(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
    }

    /** Prices that would contradict one the other customer has stay behind: its own agreements count. */
    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        List<CustomerPrice> theirs = locked(from);
        List<CustomerPrice> there = of(to);
        var moved = new ArrayList<UUID>();
        for (CustomerPrice price : theirs) {
            price.customerId = to;
            if (there.stream().anyMatch(price::rivals)) {
                price.customerId = from;
            } else {
                moved.add(price.id());
            }
        }
        tables.flush();
        return moved;
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        List<CustomerPrice> back = locked(from).stream()
                .filter(price -> moved.contains(price.id()))
                .toList();
        back.forEach(price -> price.customerId = to);
        tables.flush();
        return back.size();
    }

    @Override
    public int countReferences(UUID customerId) {
        return tables.entities()
                .createQuery("select count(p) from CustomerPrice p where p.customerId = :customer", Long.class)
                .setParameter("customer", customerId)
                .getSingleResult()
                .intValue();
    }

    private List<CustomerPrice> locked(UUID customer) {
        Collection<UUID> products =
                of(customer).stream().map(price -> price.productId).toList();
        Locks.products(tables, products);
        return of(customer);
    }

    private List<CustomerPrice> of(UUID customer) {
        return tables.entities()
                .createQuery("select p from CustomerPrice p where p.customerId = :customer", CustomerPrice.class)
                .setParameter("customer", customer)
                .getResultList();
    }
}
