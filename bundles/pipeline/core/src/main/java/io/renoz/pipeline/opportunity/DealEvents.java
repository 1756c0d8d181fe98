package io.renoz.pipeline.opportunity;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import io.renoz.pipeline.api.OpportunityStage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What is told of opportunities beyond their being created and updated. */
final class DealEvents {

    private DealEvents() {}

    static DomainEvent moved(Opportunity opportunity, OpportunityStage from) {
        return of("stage-changed", opportunity, fromTo(opportunity, from));
    }

    static DomainEvent reopened(Opportunity opportunity, OpportunityStage from) {
        return of("reopened", opportunity, fromTo(opportunity, from));
    }

    private static Map<String, Object> fromTo(Opportunity opportunity, OpportunityStage from) {
        return Map.of("from", Coded.of(from), "to", Coded.of(opportunity.stage));
    }

    /** It is won or lost. */
    static DomainEvent closed(Opportunity opportunity) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("opportunityNumber", opportunity.opportunityNumber);
        payload.put("value", opportunity.worth());
        if (opportunity.winLossReasonId != null) {
            payload.put("winLossReasonId", opportunity.winLossReasonId);
        }
        return of(Coded.of(opportunity.stage), opportunity, payload);
    }

    static DomainEvent assigned(Opportunity opportunity) {
        return of("assigned", opportunity, Map.of("assignedTo", Objects.requireNonNull(opportunity.assignedTo)));
    }

    static DomainEvent followUpDue(Opportunity opportunity) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("followUpDate", String.valueOf(opportunity.followUpDate));
        if (opportunity.assignedTo != null) {
            payload.put("assignedTo", opportunity.assignedTo);
        }
        return of("follow-up-due", opportunity, payload);
    }

    private static DomainEvent of(String happening, Opportunity opportunity, Map<String, Object> payload) {
        var all = new LinkedHashMap<>(payload);
        all.put("customerId", opportunity.customerId);
        return new DomainEvent("pipeline.opportunity." + happening, "opportunity", opportunity.id(), all);
    }
}
