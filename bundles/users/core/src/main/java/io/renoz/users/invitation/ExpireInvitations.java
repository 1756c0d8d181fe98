package io.renoz.users.invitation;

import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends invitations that nobody accepted in time; who was invited by them is not any more. */
@Component
public final class ExpireInvitations implements Job {

    private final Invitations invitations;

    @Activate
    public ExpireInvitations(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "users.expire-invitations";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        invitations.expire();
        return Optional.empty();
    }
}
