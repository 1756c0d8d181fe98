package io.renoz.users.housekeeping;

import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.users.signin.Sessions;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-06: marks sessions that are over, and removes those that have been over for a month. */
@Component
public final class SessionEnds implements Job {

    private static final int BATCH = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Sessions sessions;

    @Activate
    public SessionEnds(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "users.end-sessions";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        int ended = sessions.endOverdue(BATCH);
        int removed = sessions.removeEnded(KEPT, BATCH);
        return ended < BATCH && removed < BATCH ? Optional.empty() : Optional.of("more");
    }
}
