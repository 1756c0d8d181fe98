package io.renoz.financial.receivable;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.activities.api.Changes;
import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Facts;
import io.renoz.financial.Permissions;
import io.renoz.financial.Turns;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Example;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.SettingsReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.Size;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/period-lock}: the day up to which the books are closed. */
@Component
@Path("period-lock")
public final class PeriodLockResource implements Resource {

    private static final String EVENT = "financial.period.locked";

    /**
     * Where the day is to be.
     *
     * @param lockDate the last closed day; left out to open everything
     * @param reason needed to move it back
     */
    public record Lock(
            @Nullable @Example("2020-01-31") LocalDate lockDate,
            @Nullable @Size(max = 500) String reason) {}

    /** Where the day is. */
    public record View(@Nullable LocalDate lockDate) {}

    private final SettingsReader settings;
    private final AuditTrail audit;
    private final EventPublisher events;
    private final Turns turns;
    private final Books books;

    @Activate
    public PeriodLockResource(
            @Reference SettingsReader settings,
            @Reference AuditTrail audit,
            @Reference EventPublisher events,
            @Reference Turns turns,
            @Reference Books books) {
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.turns = turns;
        this.books = books;
    }

    /** FIN-21: forward is for finance, back for admin with a reason. */
    @PUT
    @Allow(Permissions.LOCK)
    @Summary("Moves the day up to which the books are closed; moving it back takes another permission and a reason")
    public View put(Lock lock) {
        turns.of("period lock");
        Optional<LocalDate> before = books.lockedUntil();
        LocalDate to = lock.lockDate;
        if (before.isPresent() && (to == null || to.isBefore(before.get()))) {
            Call.current().require(Permissions.UNLOCK);
            if (lock.reason == null || lock.reason.isBlank()) {
                throw Problem.invalid("reason", "Opening closed books needs a reason.");
            }
        }
        if (to != null && to.isAfter(books.today())) {
            throw Problem.invalid("lockDate", "Days to come are not closed.");
        }
        if (!Optional.ofNullable(to).equals(before)) {
            settings.put(Books.LOCK_CATEGORY, Books.LOCK_DATE, new Json('"' + (to == null ? "" : to.toString()) + '"'));
            tell(before.orElse(null), to, lock.reason);
        }
        return new View(to);
    }

    private void tell(@Nullable LocalDate before, @Nullable LocalDate to, @Nullable String reason) {
        UUID organization = Call.tenant();
        events.publish(Facts.of("lockDate", to)
                .and("before", before)
                .and("reason", reason)
                .event("period.locked", "organization", organization));
        var context = new LinkedHashMap<String, Object>();
        if (reason != null) {
            context.put("reason", reason);
        }
        audit.record(AuditEntry.of("financial", "organization", organization, Action.UPDATED)
                .telling(EVENT, to == null ? "The books were opened" : "The books were closed up to " + to)
                .changing(new Changes(Map.of("periodLockDate", new Changes.Change(text(before), text(to)))))
                .with(context));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
