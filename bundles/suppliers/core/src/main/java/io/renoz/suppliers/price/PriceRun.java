package io.renoz.suppliers.price;

import io.renoz.data.Row;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.suppliers.agreement.PriceAgreement;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * SUP-18: begins the day: applies the approved changes whose day has come, ends prices and agreements whose last day is past,
 * and warns of agreements that end soon. A row that is done is no longer among those that are due, so that a batch may be done
 * again.
 */
@Component
public final class PriceRun implements Job {

    private static final int BATCH = 200;

    private final Tables tables;
    private final PriceChanges changes;
    private final PriceLedger ledger;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Notifications notifications;

    @Activate
    public PriceRun(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference PriceChanges changes,
            @Reference PriceLedger ledger,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Notifications notifications) {
        this.tables = tables;
        this.changes = changes;
        this.ledger = ledger;
        this.settings = settings;
        this.events = events;
        this.notifications = notifications;
    }

    private enum Step {
        CHANGES,
        PRICES,
        AGREEMENTS,
        WARNINGS;

        Optional<Step> next() {
            return switch (this) {
                case CHANGES -> Optional.of(PRICES);
                case PRICES -> Optional.of(AGREEMENTS);
                case AGREEMENTS -> Optional.of(WARNINGS);
                case WARNINGS -> Optional.empty();
            };
        }
    }

    @Override
    public String name() {
        return "suppliers.price-run";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(0, 15));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        Step step = from.map(Step::valueOf).orElse(Step.CHANGES);
        LocalDate today = ledger.today();
        boolean more =
                switch (step) {
                    case CHANGES -> apply(today);
                    case PRICES ->
                        each(
                                SupplierPrice.class,
                                "e.status = io.renoz.suppliers.price.PriceListStatus.ACTIVE and e.expiryDate < :day",
                                today,
                                SupplierPrice::expire);
                    case AGREEMENTS ->
                        each(
                                PriceAgreement.class,
                                "e.status = io.renoz.suppliers.agreement.PriceAgreementStatus.APPROVED"
                                        + " and e.deletedAt is null and e.expiryDate < :day",
                                today,
                                PriceAgreement::expire);
                    case WARNINGS -> warn(today);
                };
        return (more ? Optional.of(step) : step.next()).map(Step::name);
    }

    private boolean apply(LocalDate today) {
        return each(
                PriceChange.class,
                "e.status = io.renoz.suppliers.price.PriceChangeStatus.APPROVED and e.effectiveDate <= :day",
                today,
                due -> {
                    PriceChange change = tables.lock(PriceChange.class, due.id());
                    if (change.status == PriceChangeStatus.APPROVED) {
                        changes.applyOrGiveUp(change);
                    }
                });
    }

    /** Does something with the first rows that fit; whether there may be more. */
    private <E extends Row> boolean each(Class<E> type, String condition, LocalDate day, Consumer<E> work) {
        List<E> rows = rows(type, condition, day, BATCH);
        rows.forEach(work);
        tables.flush();
        return rows.size() == BATCH;
    }

    private <E extends Row> List<E> rows(Class<E> type, String condition, LocalDate day, int most) {
        return tables.entities()
                .createQuery("select e from " + type.getSimpleName() + " e where " + condition + " order by e.id", type)
                .setParameter("day", day)
                .setMaxResults(most)
                .getResultList();
    }

    /** Once an agreement: on the day that is as many days before its last one as the organization wants. */
    private boolean warn(LocalDate today) {
        int days = settings.getInt(SuppliersSettings.CATEGORY, SuppliersSettings.WARN_DAYS);
        rows(
                        PriceAgreement.class,
                        "e.status = io.renoz.suppliers.agreement.PriceAgreementStatus.APPROVED"
                                + " and e.deletedAt is null and e.expiryDate = :day",
                        today.plusDays(days),
                        Integer.MAX_VALUE)
                .forEach(this::warn);
        return false;
    }

    private void warn(PriceAgreement agreement) {
        String last = String.valueOf(agreement.expiryDate());
        events.publish(new DomainEvent(
                "suppliers.agreement.expiring",
                "price_agreement",
                agreement.id(),
                Map.of("number", agreement.number(), "supplierId", agreement.supplierId(), "expiryDate", last)));
        notifications.notify(NotificationRequest.of(
                        SuppliersSettings.CATEGORY,
                        NotificationType.SYSTEM,
                        "Price agreement ends soon",
                        agreement.number() + " (" + agreement.title() + ") ends on " + last + ".")
                .toHoldersOf(Permissions.PRICE)
                .about("price_agreement", agreement.id(), agreement.title())
                .once("suppliers.agreement-expiring:" + agreement.id()));
    }
}
