package io.renoz.pipeline.opportunity;

import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.Parties;
import io.renoz.pipeline.Parties.Named;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens opportunities, whoever asks for it, and amends them. */
@Component(service = Openings.class)
public final class Openings {

    private final Tables tables;
    private final Rows<Opportunity, OpportunityInput, OpportunityView> rows;
    private final Parties parties;
    private final Numbers numbers;
    private final Moves moves;
    private final Deals deals;
    private final OpenValue openValue;
    private final EventPublisher events;

    @Activate
    public Openings(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference OpportunityRows rows,
            @Reference Parties parties,
            @Reference Numbers numbers,
            @Reference Moves moves,
            @Reference Deals deals,
            @Reference OpenValue openValue,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.rows = rows.rows();
        this.parties = parties;
        this.numbers = numbers;
        this.moves = moves;
        this.deals = deals;
        this.openValue = openValue;
        this.events = events;
    }

    /** All of them, each in the stage new, or none. */
    List<OpportunityView> open(List<OpportunityInput> inputs) {
        Named named = parties.named(
                inputs.stream().map(OpportunityInput::customerId).toList(),
                inputs.stream().map(OpportunityInput::assignedTo));
        Iterator<String> next = numbers.next(Numbers.OPPORTUNITY, inputs.size()).iterator();
        Instant now = moves.now();
        List<OpportunityView> opened = rows.createAll(inputs, (opportunity, input) -> {
            check(opportunity, named);
            opportunity.open(next.next(), now);
            moves.opened(opportunity);
            if (opportunity.assignedTo != null) {
                events.publish(DealEvents.assigned(opportunity));
            }
        });
        openValue.report(opened.stream().map(OpportunityView::customerId).toList());
        return opened;
    }

    private static void check(Opportunity opportunity, Named named) {
        CustomerSummary customer = named.customer(opportunity.customerId);
        opportunity.customerId = customer.id();
        named.contact(customer, opportunity.contactId);
        named.anyAddress("siteAddressId", opportunity.siteAddressId);
        named.owner(opportunity.assignedTo);
    }

    /** What a change has to keep to. */
    void amend(Opportunity opportunity) {
        var owners = new ArrayList<UUID>();
        if (opportunity.reassigned()) {
            owners.add(Objects.requireNonNull(opportunity.assignedTo));
        }
        Named named = parties.named(List.of(opportunity.customerId), owners.stream());
        CustomerSummary customer = named.customer(opportunity.customerId);
        named.contact(customer, opportunity.contactId);
        named.anyAddress("siteAddressId", opportunity.siteAddressId);
        if (opportunity.reassigned()) {
            named.owner(opportunity.assignedTo);
            events.publish(DealEvents.assigned(opportunity));
        }
        opportunity.settle(); // before anything is asked of the database, which would see it half done
        if (opportunity.changedHands() && deals.sentQuotes(opportunity.id()) > 0) {
            throw Problem.of("invalid-state", "A quote was sent to the customer of this opportunity.")
                    .with(List.of(new Problem.FieldError("/customerId", "The customer stays.")));
        }
        if (opportunity.revalued()) {
            deals.net(opportunity.id()).ifPresent(opportunity::quoted);
        }
    }

    /** After a change, or a move. */
    void changed(OpportunityView view, UUID... alsoOf) {
        var customers = new ArrayList<UUID>(List.of(alsoOf));
        customers.add(view.customerId());
        openValue.report(customers);
    }

    /** What no quote was sent for goes, and what is won or lost for good stays. */
    void close(UUID id) {
        Opportunity opportunity = tables.require(Opportunity.class, id);
        if (deals.sentQuotes(id) > 0) {
            throw Problem.of("invalid-state", "A quote was sent for this opportunity; it can be lost, not deleted.");
        }
        rows.delete(id);
        openValue.report(List.of(opportunity.customerId));
    }
}
