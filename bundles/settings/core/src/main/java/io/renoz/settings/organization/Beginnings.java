package io.renoz.settings.organization;

import io.renoz.settings.calendar.Calendars;
import io.renoz.settings.document.Templates;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a new organization begins with. */
@Component(service = Beginnings.class)
public final class Beginnings {

    private final Calendars calendars;
    private final Templates templates;

    @Activate
    public Beginnings(@Reference Calendars calendars, @Reference Templates templates) {
        this.calendars = calendars;
        this.templates = templates;
    }

    /** Working hours, and the looks of its documents. */
    void provide(Organization organization) {
        calendars.provide(ZoneId.of(organization.timezone));
        templates.provide();
    }
}
