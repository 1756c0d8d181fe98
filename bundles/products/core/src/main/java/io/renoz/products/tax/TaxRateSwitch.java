package io.renoz.products.tax;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.products.Locks;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-10: makes announced rates the rates on their day. */
@Component
public final class TaxRateSwitch implements Job {

    private static final LocalTime AT = LocalTime.of(0, 5);

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public TaxRateSwitch(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "products.tax-rate-switch";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(AT);
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        Locks.hold(tables, TaxCodes.LOCK);
        LocalDate today = organizations.current().today(clock);
        List<TaxCode> due = tables.entities()
                .createQuery("select t from TaxCode t where t.nextRateFrom <= :today", TaxCode.class)
                .setParameter("today", today)
                .getResultList();
        for (TaxCode code : due) {
            if (code.switchOn(today)) {
                events.publish(TaxCodeEvents.changed(code, "updated"));
            }
        }
        tables.flush();
        return Optional.empty();
    }
}
