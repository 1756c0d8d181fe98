package io.renoz.customers.merge;

import io.renoz.customers.AccountPart;
import io.renoz.customers.activity.ActivityHistory;
import io.renoz.customers.health.MetricsHistory;
import io.renoz.customers.priority.Priorities;
import io.renoz.customers.tag.CustomerTags;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that hangs on an account in this module, beside its people and addresses. Named one by one, so that none is missed. */
@Component(service = OwnParts.class)
public final class OwnParts {

    private final List<AccountPart> all;

    @Activate
    public OwnParts(
            @Reference CustomerTags tags,
            @Reference Priorities priorities,
            @Reference ActivityHistory activities,
            @Reference MetricsHistory metrics) {
        all = List.of(tags, priorities, activities, metrics);
    }

    List<AccountPart> all() {
        return all;
    }
}
