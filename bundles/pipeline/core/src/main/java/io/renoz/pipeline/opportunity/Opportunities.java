package io.renoz.pipeline.opportunity;

import io.renoz.data.InputChecks;
import io.renoz.data.Tables;
import io.renoz.pipeline.Turns;
import io.renoz.pipeline.api.NewOpportunity;
import io.renoz.pipeline.api.OpportunityDirectory;
import io.renoz.pipeline.api.OpportunitySummary;
import io.renoz.pipeline.api.SourceRef;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities as other modules meet them. */
@Component
public final class Opportunities implements OpportunityDirectory {

    private static final int MOST = 1000;

    private final Tables tables;
    private final Openings openings;
    private final InputChecks checks;

    @Activate
    public Opportunities(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Openings openings,
            @Reference InputChecks checks) {
        this.tables = tables;
        this.openings = openings;
        this.checks = checks;
    }

    @Override
    public Optional<OpportunitySummary> find(UUID opportunityId) {
        return tables.find(Opportunity.class, opportunityId).map(Opportunity::summary);
    }

    @Override
    public List<OpportunitySummary> openOfCustomer(UUID customerId) {
        return tables.entities()
                .createQuery(
                        "select o from Opportunity o where o.customerId = :customer and o.stage in :open"
                                + " and o.deletedAt is null order by o.id desc",
                        Opportunity.class)
                .setParameter("customer", customerId)
                .setParameter("open", OpenValue.OPEN)
                .setMaxResults(MOST)
                .getResultStream()
                .map(Opportunity::summary)
                .toList();
    }

    /** Two that tell of the same at once take turns, so that the second finds the first one's. */
    @Override
    public UUID create(NewOpportunity opportunity, SourceRef source) {
        OpportunityInput input = OpportunityInput.of(opportunity, source);
        List<FieldError> errors = checks.errors(input);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        String reference = OpportunityInput.reference(source);
        Turns.take(tables, reference);
        return tables.findBy(Opportunity.class, "externalRef", reference)
                .map(Opportunity::id)
                .orElseGet(() -> openings.open(List.of(input)).get(0).id());
    }
}
