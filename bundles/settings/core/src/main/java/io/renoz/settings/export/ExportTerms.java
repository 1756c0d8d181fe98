package io.renoz.settings.export;

import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SettingsReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days and moments of exports, where the organization is. */
@Component(service = ExportTerms.class)
public final class ExportTerms {

    private final OrganizationDirectory organizations;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public ExportTerms(
            @Reference OrganizationDirectory organizations,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return organizations.current().today(clock);
    }

    /** The first moment of a day; null when there is no such limit. */
    @Nullable
    Instant begin(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.atStartOfDay(organizations.current().timezone()).toInstant();
    }

    /** The end of a day, or now when that is earlier. */
    Instant end(@Nullable LocalDate day) {
        Instant now = now();
        Instant end = begin(day == null ? null : day.plusDays(1));
        return end == null || end.isAfter(now) ? now : end;
    }

    /** SET-20: when a file of this moment goes. */
    Instant expiry() {
        return now().plus(Duration.ofDays(settings.getInt(ExportSettings.CATEGORY, ExportSettings.RETENTION_DAYS)));
    }
}
