package io.renoz.customers.merge;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.customers.customer.Absorption;
import io.renoz.customers.customer.Absorption.Parties;
import io.renoz.customers.customer.Customer;
import io.renoz.customers.customer.CustomerView;
import io.renoz.data.Json;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** CUS-10: makes one account of several, in all modules and in one transaction. */
@Component(service = Merging.class)
public final class Merging {

    private final Partners partners;
    private final Absorption absorption;
    private final OwnParts parts;
    private final MergeLog log;

    @Activate
    public Merging(
            @Reference Partners partners,
            @Reference Absorption absorption,
            @Reference OwnParts parts,
            @Reference MergeLog log) {
        this.partners = partners;
        this.absorption = absorption;
        this.parts = parts;
        this.log = log;
    }

    CustomerView merge(UUID survivor, Merge merge) {
        Parties parties = absorption.lock(survivor, merge.duplicates());
        requireEverybody();
        var moved = new LinkedHashMap<UUID, Moved>();
        for (Customer other : parties.others()) {
            moved.put(other.id(), move(other, parties.survivor()));
        }
        absorption.settle(parties, merge.fields());
        log.write(survivor, moved, merge.reason());
        return absorption.view(parties.survivor());
    }

    /** Rows of a module that does not run could not be moved, and would name a customer that is no more. */
    private void requireEverybody() {
        Set<String> absent = partners.absent();
        if (!absent.isEmpty()) {
            throw Problem.of("participant-unavailable", "Not running at the moment: " + String.join(", ", absent) + ".")
                    .with("modules", absent);
        }
    }

    private Moved move(Customer other, Customer survivor) {
        Json account = absorption.snapshot(other);
        Map<String, List<UUID>> moved = new LinkedHashMap<>(absorption.take(other, survivor));
        parts.all().forEach(part -> moved.put(part.table(), part.move(other.id(), survivor.id())));
        partners.deployed(CustomerReferenceHolder.class)
                .forEach(holder -> moved.put(holder.module(), holder.service().repoint(other.id(), survivor.id())));
        return new Moved(account, moved);
    }
}
