package io.renoz.customers.activity;

import io.renoz.customers.activity.Conversation.Partner;
import io.renoz.customers.api.ActivityLog;
import io.renoz.customers.api.ActivityType;
import io.renoz.customers.api.NewActivity;
import io.renoz.customers.customer.Accounts;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.users.api.AssignmentHolder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The conversation log, for modules that take part in it and for the one that gives people's work to others. */
@Component
public final class Activities implements ActivityLog, AssignmentHolder {

    private static final String OPEN =
            "from Activity a where a.assignedTo = :user and a.scheduledAt is not null and a.completedAt is null";

    private final Tables tables;
    private final Conversation conversation;

    @Activate
    public Activities(@Reference(target = "(domain=customers)") Tables tables, @Reference Conversation conversation) {
        this.tables = tables;
        this.conversation = conversation;
    }

    /** The customer is locked, so that of two that tell the same at once the second finds the first. */
    @Override
    public UUID log(UUID customerId, NewActivity activity) {
        UUID account = Accounts.survivor(tables, customerId).orElseThrow(() -> Problem.notFound("customer"));
        Accounts.lock(tables, List.of(account));
        return told(activity.type(), activity.source())
                .orElseGet(() -> add(new Activity(account, activity), activity))
                .id();
    }

    private Optional<Activity> told(ActivityType type, NewActivity.Source source) {
        return tables.entities()
                .createQuery(
                        "select a from Activity a where a.sourceType = :source and a.sourceId = :id"
                                + " and a.activityType = :type",
                        Activity.class)
                .setParameter("source", source.type())
                .setParameter("id", source.id())
                .setParameter("type", type)
                .getResultStream()
                .findFirst();
    }

    private Activity add(Activity activity, NewActivity told) {
        conversation.requireOwnContacts(List.of(new Partner(activity.customerId, activity.contactId)));
        tables.add(activity);
        tables.flush();
        conversation.happened(List.of(activity), told.occurredAt());
        conversation.tell("logged", activity);
        return activity;
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        Long count = tables.entities()
                .createQuery("select count(a) " + OPEN, Long.class)
                .setParameter("user", user)
                .getSingleResult();
        return count == 0 ? List.of() : List.of(new AssignmentCount("customer_activity", count.intValue()));
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Activity> open = tables.entities()
                .createQuery("select a " + OPEN, Activity.class)
                .setParameter("user", from)
                .getResultList();
        open.forEach(activity -> activity.assignTo(to));
        tables.flush();
        return open.size();
    }
}
