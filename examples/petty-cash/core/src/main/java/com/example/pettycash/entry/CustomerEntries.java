package com.example.pettycash.entry;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.data.Tables;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for entries that name a customer: such a customer is not deleted, and takes them along when merged. */
@Component
public final class CustomerEntries implements CustomerReferenceHolder {

    private final Tables tables;

    @Activate
    public CustomerEntries(@Reference(target = "(domain=petty-cash)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        List<Entry> theirs = of(from);
        theirs.forEach(entry -> entry.customerId = to);
        tables.flush();
        return theirs.stream().map(Entry::id).toList();
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        Collection<Entry> theirs =
                of(from).stream().filter(entry -> moved.contains(entry.id())).toList();
        theirs.forEach(entry -> entry.customerId = to);
        tables.flush();
        return theirs.size();
    }

    @Override
    public int countReferences(UUID customerId) {
        return tables.entities()
                .createQuery("select count(e) from Entry e where e.customerId = :customer", Long.class)
                .setParameter("customer", customerId)
                .getSingleResult()
                .intValue();
    }

    private List<Entry> of(UUID customerId) {
        return tables.entities()
                .createQuery("select e from Entry e where e.customerId = :customer order by e.id", Entry.class)
                .setParameter("customer", customerId)
                .getResultList();
    }
}
