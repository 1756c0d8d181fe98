package io.renoz.pipeline.opportunity;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.users.api.AssignmentHolder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who sees to which open opportunities, and to what is planned for them. */
@Component
public final class Assignments implements AssignmentHolder {

    private static final String DEALS =
            "from Opportunity o where o.assignedTo = :user and o.stage in :open and o.deletedAt is null";
    private static final String PLANNED =
            "from OpportunityActivity a where a.assignedTo = :user and a.scheduledAt is not null and a.completedAt is null";

    private final Tables tables;
    private final EventPublisher events;

    @Activate
    public Assignments(@Reference(target = "(domain=pipeline)") Tables tables, @Reference EventPublisher events) {
        this.tables = tables;
        this.events = events;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        long deals = tables.entities()
                .createQuery("select count(o) " + DEALS, Long.class)
                .setParameter("user", user)
                .setParameter("open", OpenValue.OPEN)
                .getSingleResult();
        long planned = tables.entities()
                .createQuery("select count(a) " + PLANNED, Long.class)
                .setParameter("user", user)
                .getSingleResult();
        var counts = new ArrayList<AssignmentCount>();
        if (deals > 0) {
            counts.add(new AssignmentCount(DealTypes.OPPORTUNITY, Math.toIntExact(deals)));
        }
        if (planned > 0) {
            counts.add(new AssignmentCount(DealTypes.ACTIVITY, Math.toIntExact(planned)));
        }
        return counts;
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Opportunity> deals = tables.entities()
                .createQuery("select o " + DEALS + " order by o.id", Opportunity.class)
                .setParameter("user", from)
                .setParameter("open", OpenValue.OPEN)
                .getResultList();
        List<OpportunityActivity> planned = tables.entities()
                .createQuery("select a " + PLANNED + " order by a.id", OpportunityActivity.class)
                .setParameter("user", from)
                .getResultList();
        deals.forEach(deal -> {
            deal.assignedTo = to;
            events.publish(DealEvents.assigned(deal));
        });
        planned.forEach(activity -> activity.assignedTo = to);
        tables.flush();
        return deals.size() + planned.size();
    }
}
