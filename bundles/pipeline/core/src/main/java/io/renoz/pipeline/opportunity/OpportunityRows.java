package io.renoz.pipeline.opportunity;

import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities as a collection, for all resources whose answer is an opportunity. */
@Component(service = OpportunityRows.class)
public final class OpportunityRows {

    private final Rows<Opportunity, OpportunityInput, OpportunityView> rows;

    @Activate
    public OpportunityRows(@Reference(target = "(domain=pipeline)") Tables tables) {
        rows = table(tables).byName(OpportunityInput.class, OpportunityView.class);
    }

    static Table<Opportunity> table(Tables tables) {
        return tables.of(Opportunity.class)
                .filter("stage", "customerId", "assignedTo", "source", "value", "probability")
                .filter("expectedCloseDate", "followUpDate", "actualCloseDate", "winLossReasonId")
                .filter("createdAt", "updatedAt")
                .search("opportunityNumber", "title", "description", "competitorName")
                .sort(
                        "-createdAt",
                        "title",
                        "value",
                        "weightedValue",
                        "probability",
                        "expectedCloseDate",
                        "followUpDate",
                        "stageChangedAt");
    }

    Rows<Opportunity, OpportunityInput, OpportunityView> rows() {
        return rows;
    }

    /**
     * One opportunity.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    public OpportunityView get(UUID id) {
        return rows.get(id);
    }
}
