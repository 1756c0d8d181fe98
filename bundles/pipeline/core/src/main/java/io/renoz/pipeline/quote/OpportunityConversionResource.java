package io.renoz.pipeline.quote;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.opportunity.OpportunityRows;
import io.renoz.pipeline.opportunity.OpportunityView;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/opportunities/{id}/convert} */
@Component
@Path("opportunities/{id}/convert")
public final class OpportunityConversionResource implements Resource {

    private final Tables tables;
    private final OpportunityRows opportunities;
    private final QuoteRows quotes;
    private final Conversion conversion;

    @Activate
    public OpportunityConversionResource(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference OpportunityRows opportunities,
            @Reference QuoteRows quotes,
            @Reference Conversion conversion) {
        this.tables = tables;
        this.opportunities = opportunities;
        this.quotes = quotes;
        this.conversion = conversion;
    }

    /** Of several accepted quotes, the one that was accepted last and is no order yet. */
    @POST
    @Summary("Makes a draft order of the accepted quote of a won opportunity")
    @Answers({"module-disabled", "not-won", "no-accepted-quote", "already-converted"})
    public OpportunityView convert(@PathParam("id") UUID id) {
        OpportunityView opportunity = opportunities.get(id);
        if (opportunity.stage() != OpportunityStage.WON) {
            throw Problem.of("not-won", "This opportunity is " + Coded.of(opportunity.stage()) + ", not won.")
                    .with("stage", Coded.of(opportunity.stage()));
        }
        List<Quote> accepted = accepted(id);
        if (accepted.isEmpty()) {
            throw Problem.of("no-accepted-quote", "No quote of this opportunity is accepted.");
        }
        Quote next = accepted.stream()
                .filter(quote -> quote.orderId == null)
                .findFirst()
                .orElseThrow(() -> Problem.of("already-converted", "There is an order of this opportunity already.")
                        .with("orderId", String.valueOf(accepted.get(0).orderId)));
        quotes.act(next.id(), (quote, current) -> conversion.convert(quote));
        return opportunities.get(id);
    }

    private List<Quote> accepted(UUID opportunity) {
        return tables.entities()
                .createQuery(
                        "select q from Quote q where q.opportunityId = :opportunity and q.status = :accepted"
                                + " and q.deletedAt is null order by q.acceptedAt desc",
                        Quote.class)
                .setParameter("opportunity", opportunity)
                .setParameter("accepted", QuoteStatus.ACCEPTED)
                .getResultList();
    }
}
