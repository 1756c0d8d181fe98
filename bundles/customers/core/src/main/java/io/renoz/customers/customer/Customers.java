package io.renoz.customers.customer;

import io.renoz.customers.CustomerSettings;
import io.renoz.customers.api.CreditPolicy;
import io.renoz.customers.api.CreditStanding;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.NewCustomer;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers as other modules meet them. */
@Component
public final class Customers implements CustomerDirectory, CreditPolicy {

    private final Tables tables;
    private final Openings openings;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Criteria criteria;

    @Activate
    public Customers(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference Openings openings,
            @Reference SettingsReader settings,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.openings = openings;
        this.settings = settings;
        this.events = events;
        this.criteria = new Criteria(tables);
    }

    @Override
    public Optional<CustomerSummary> find(UUID customerId) {
        return Merged.survivor(tables, customerId)
                .filter(customer -> !customer.deleted())
                .map(customer -> customer.summary(termsDays()));
    }

    @Override
    public Map<UUID, CustomerSummary> findAll(Collection<UUID> customerIds) {
        if (customerIds.size() > MOST_IDS) {
            throw new IllegalArgumentException("At most " + MOST_IDS + " customers at once.");
        }
        Map<UUID, Customer> known = withSurvivors(customerIds);
        int termsDays = termsDays();
        var found = new LinkedHashMap<UUID, CustomerSummary>();
        for (UUID id : customerIds) {
            Customer customer = known.get(id);
            while (customer != null && customer.mergedIntoId != null) {
                customer = known.get(customer.mergedIntoId);
            }
            if (customer != null && !customer.deleted()) {
                found.put(id, customer.summary(termsDays));
            }
        }
        return found;
    }

    /** One query, and one more for each step of merging there was. */
    private Map<UUID, Customer> withSurvivors(Collection<UUID> ids) {
        var known = new HashMap<UUID, Customer>();
        Set<UUID> wanted = new HashSet<>(ids);
        while (!wanted.isEmpty()) {
            List<Customer> read = tables.entities()
                    .createQuery("select c from Customer c where c.id in :ids", Customer.class)
                    .setParameter("ids", wanted)
                    .getResultList();
            read.forEach(customer -> known.put(customer.id(), customer));
            wanted = new HashSet<>();
            for (Customer customer : read) {
                if (customer.mergedIntoId != null && !known.containsKey(customer.mergedIntoId)) {
                    wanted.add(customer.mergedIntoId);
                }
            }
        }
        return known;
    }

    @Override
    public CustomerSummary requireTrading(UUID customerId) {
        Customer customer = survivor(customerId);
        customer.requireTrading();
        return customer.summary(termsDays());
    }

    private Customer survivor(UUID customerId) {
        return Merged.survivor(tables, customerId).orElseThrow(() -> Problem.notFound("customer"));
    }

    private Customer live(UUID customerId) {
        Customer customer = survivor(customerId);
        if (customer.deleted()) {
            throw Problem.notFound("customer");
        }
        return customer;
    }

    private int termsDays() {
        return settings.getInt(CustomerSettings.CATEGORY, CustomerSettings.PAYMENT_TERMS_DAYS);
    }

    @Override
    public UUID create(NewCustomer customer) {
        return openings.open(List.of(CustomerInput.of(customer))).get(0).id();
    }

    @Override
    public void activate(UUID customerId) {
        Customer customer = live(customerId);
        CustomerStatus before = customer.status;
        if (customer.activate()) {
            tables.flush();
            events.publish(CustomerEvents.statusChanged(customer, before));
        }
    }

    @Override
    public Page<UUID> matching(SegmentCriteria segment, @Nullable String cursor) {
        return criteria.page(segment, cursor, ListQuery.MAX_LIMIT);
    }

    @Override
    public CreditStanding standing(UUID customerId) {
        return live(customerId).standing(termsDays());
    }
}
