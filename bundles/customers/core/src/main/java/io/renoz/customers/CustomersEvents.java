package io.renoz.customers;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records. */
@Component
public final class CustomersEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";

    @Override
    public List<EventType> list() {
        return List.of(
                new EventType(
                        "customers.customer.status-changed",
                        "A customer moved along its life cycle.",
                        Map.of("from", "prospect", "to", "active", "reason", "First order")),
                new EventType(
                        "customers.customer.credit-hold-changed",
                        "A customer was put on credit hold, or released.",
                        Map.of("creditHold", true, "reason", "Invoices overdue")),
                new EventType(
                        "customers.customer.merged",
                        "Another account was merged into this one.",
                        Map.of("mergedCustomerId", ID, "rowsMoved", 12)),
                new EventType(
                        "customers.contact.consent-changed",
                        "A contact agreed to, or refused, a channel.",
                        Map.of("channel", "email", "optedIn", false, "source", "web_form")),
                new EventType(
                        "customers.contact.erased", "A contact's personal data were erased.", Map.of("customerId", ID)),
                new EventType(
                        "customers.activity.logged",
                        "A call, mail, meeting or note was written down.",
                        Map.of("customerId", ID, "activityType", "call")),
                new EventType(
                        "customers.activity.completed",
                        "A planned activity was done.",
                        Map.of("customerId", ID, "activityType", "call")),
                new EventType(
                        "customers.health.changed",
                        "A customer's health moved to another band.",
                        Map.of("from", "healthy", "to", "at_risk", "score", 64)));
    }
}
