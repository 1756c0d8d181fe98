package io.renoz.orders;

import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Books that are closed: nothing dated on or before the day of the lock is written. */
@Component(service = PeriodLock.class)
public final class PeriodLock {

    private final SettingsReader settings;

    @Activate
    public PeriodLock(@Reference SettingsReader settings) {
        this.settings = settings;
    }

    /** The last day that is closed, if any is. */
    public Optional<LocalDate> day() {
        return OrderSettings.day(settings.getString(OrderSettings.CATEGORY, OrderSettings.PERIOD_LOCK_DATE));
    }

    /**
     * Refuses a day that is closed.
     *
     * @throws Problem {@code period-locked}
     */
    public void requireOpen(LocalDate date) {
        day().filter(locked -> !date.isAfter(locked)).ifPresent(locked -> {
            throw Problem.of("period-locked", "The books are closed up to " + locked + ".")
                    .with("lockDate", locked.toString());
        });
    }
}
