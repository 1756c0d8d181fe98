package io.renoz.users.reset;

import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes action tokens that were used or are over. */
@Component
public final class PurgeSecrets implements Job {

    private final ActionTokens tokens;

    @Activate
    public PurgeSecrets(@Reference ActionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "users.purge-secrets";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        tokens.purge();
        return Optional.empty();
    }
}
