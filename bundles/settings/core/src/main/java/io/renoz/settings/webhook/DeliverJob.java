package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sets the deliveries of an organization going, at the moments that were asked for: when an attempt is to be repeated, or a
 * lease has run out. Organizations without webhooks ask for none.
 */
@Component
public final class DeliverJob implements Job {

    static final String NAME = "settings.deliver-webhooks";

    private final Transactions transactions;
    private final Outbound outbound;

    @Activate
    public DeliverJob(@Reference Transactions transactions, @Reference Outbound outbound) {
        this.transactions = transactions;
        this.outbound = outbound;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.onDemand();
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        UUID organization = Call.tenant();
        transactions.afterCommit(() -> outbound.wake(organization));
        return Optional.empty();
    }
}
