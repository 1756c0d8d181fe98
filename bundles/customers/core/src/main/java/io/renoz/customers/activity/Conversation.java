package io.renoz.customers.activity;

import io.renoz.customers.customer.Accounts;
import io.renoz.customers.customer.PartRules;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What activities mean for the rest of the account: when it was last active, and whom we last spoke to. */
@Component(service = Conversation.class)
public final class Conversation {

    private static final String ACTIVE = """
            insert into customers.customer_metrics as m (organization_id, customer_id, last_activity_at)
            select ?1, id, ?3 from unnest(cast(?2 as uuid[])) as id
            on conflict (organization_id, customer_id) do update
               set last_activity_at = greatest(m.last_activity_at, excluded.last_activity_at), version = m.version + 1
            """;

    /** With whom an activity is; the contact may be left open. */
    record Partner(UUID customerId, @Nullable UUID contactId) {}

    private final Tables tables;
    private final PartRules parts;
    private final EventPublisher events;

    @Activate
    public Conversation(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference PartRules parts,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.parts = parts;
        this.events = events;
    }

    /** Refuses activities with people who belong elsewhere. */
    void requireOwnContacts(List<Partner> partners) {
        Map<UUID, UUID> owners = parts.customersOf(partners.stream()
                .map(Partner::contactId)
                .filter(Objects::nonNull)
                .toList());
        for (Partner partner : partners) {
            if (partner.contactId != null && !partner.customerId.equals(owners.get(partner.contactId))) {
                throw Problem.invalid("contactId", "The customer has no such contact.");
            }
        }
    }

    /** They took place: says so to the accounts and to the contacts. */
    void happened(Collection<Activity> activities, Instant at) {
        if (!activities.isEmpty()) {
            tables.entities()
                    .createNativeQuery(ACTIVE)
                    .setParameter(1, Call.tenant())
                    .setParameter(
                            2,
                            Accounts.array(
                                    activities.stream().map(a -> a.customerId).distinct()))
                    .setParameter(3, Timestamp.from(at))
                    .executeUpdate();
            parts.contacted(
                    activities.stream()
                            .map(a -> a.contactId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    at);
        }
    }

    void tell(String happening, Activity activity) {
        events.publish(new DomainEvent(
                "customers.activity." + happening,
                "customer_activity",
                activity.id(),
                Map.of("customerId", activity.customerId, "activityType", Coded.of(activity.activityType))));
    }
}
