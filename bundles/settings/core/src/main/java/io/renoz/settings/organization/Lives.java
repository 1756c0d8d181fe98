package io.renoz.settings.organization;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves the current organization through its life, in the caller's transaction, and tells everyone. */
@Component(service = Lives.class)
public final class Lives {

    private final Tables tables;
    private final Transactions transactions;
    private final EventPublisher events;
    private final Partners partners;
    private final Standing standing;
    private final Clock clock;

    @Activate
    public Lives(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference EventPublisher events,
            @Reference Partners partners,
            @Reference Standing standing,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.events = events;
        this.partners = partners;
        this.standing = standing;
        this.clock = clock;
    }

    /** Not called {@code activate}: that would be the component's own activation. */
    void makeActive() {
        moved("activated", organization -> organization.activate());
    }

    void suspend(String reason) {
        moved("suspended", organization -> organization.suspend(reason, clock.instant()));
    }

    void reinstate() {
        moved("reinstated", Organization::reinstate);
    }

    void close() {
        moved("closed", organization -> organization.close(clock));
    }

    void reopen() {
        moved("reopened", organization -> organization.reopen(clock));
    }

    /** SET-24: only the owner closes the organization, and means it. */
    void closeByOwner(String slug) {
        UUID caller = Call.user().orElse(null);
        boolean owner = partners.find(UserDirectory.class)
                .flatMap(UserDirectory::owner)
                .map(UserRef::id)
                .filter(id -> id.equals(caller))
                .isPresent();
        if (!owner) {
            throw Problem.of("not-owner", "Only the owner closes the organization.");
        }
        confirm(slug);
        close();
    }

    void confirm(String slug) {
        if (!current().slug.equals(slug)) {
            throw Problem.of("confirmation-mismatch", "This is not the organization's slug.");
        }
    }

    private Organization current() {
        return tables.require(Organization.class, Call.tenant());
    }

    private void moved(String happening, java.util.function.Consumer<Organization> move) {
        Organization organization = tables.lock(Organization.class, Call.tenant());
        move.accept(organization);
        tables.flush();
        events.publish(new DomainEvent(
                "settings.organization." + happening,
                "organization",
                organization.id(),
                Map.of("slug", organization.slug, "name", organization.name)));
        transactions.afterCommit(standing::forget);
    }
}
