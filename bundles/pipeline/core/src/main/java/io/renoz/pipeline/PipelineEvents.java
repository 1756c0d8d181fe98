package io.renoz.pipeline;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records. */
@Component
public final class PipelineEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";
    private static final String OPPORTUNITY = "pipeline.opportunity.";
    private static final String QUOTE = "pipeline.quote.";

    private static final Map<String, Object> DEAL =
            Map.of("opportunityNumber", "OPP-2026-00001", "customerId", ID, "value", 12345.67);
    private static final Map<String, Object> OFFER =
            Map.of("quoteNumber", "QUO-2026-00001", "customerId", ID, "versionNumber", 2, "total", 1234.50);

    @Override
    public List<EventType> list() {
        return List.of(
                new EventType(
                        OPPORTUNITY + "stage-changed",
                        "An opportunity moved to another stage.",
                        Map.of("from", "qualified", "to", "proposal", "customerId", ID)),
                new EventType(OPPORTUNITY + "won", "An opportunity was won.", DEAL),
                new EventType(OPPORTUNITY + "lost", "An opportunity was lost.", DEAL),
                new EventType(
                        OPPORTUNITY + "reopened",
                        "An opportunity that was won or lost was opened again.",
                        Map.of("from", "lost", "to", "proposal", "customerId", ID)),
                new EventType(
                        OPPORTUNITY + "assigned",
                        "An opportunity got another owner.",
                        Map.of("assignedTo", ID, "customerId", ID)),
                new EventType(
                        OPPORTUNITY + "follow-up-due",
                        "It is time to get in touch about an opportunity.",
                        Map.of("followUpDate", "2026-03-02", "assignedTo", ID, "customerId", ID)),
                new EventType(QUOTE + "sent", "A version of a quote was sent.", OFFER),
                new EventType(QUOTE + "accepted", "A customer accepted a quote.", OFFER),
                new EventType(QUOTE + "rejected", "A customer rejected a quote.", OFFER),
                new EventType(QUOTE + "expired", "A quote ran out.", OFFER),
                new EventType(
                        QUOTE + "converted",
                        "A quote became an order.",
                        Map.of("quoteNumber", "QUO-2026-00001", "customerId", ID, "orderId", ID)));
    }
}
