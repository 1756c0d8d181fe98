package io.renoz.customers.customer;

import io.renoz.customers.api.ConsentChannel;
import io.renoz.customers.api.ContactDirectory;
import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.NewConsent;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.Page;
import io.renoz.data.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people at customers, as other modules meet them. */
@Component
public final class Contacts implements ContactDirectory {

    private static final int CUSTOMERS_A_PAGE = 100;

    private final Tables tables;
    private final PartRules parts;
    private final Clock clock;
    private final Criteria criteria;

    @Activate
    public Contacts(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference PartRules parts,
            @Reference Clock clock) {
        this.tables = tables;
        this.parts = parts;
        this.clock = clock;
        this.criteria = new Criteria(tables);
    }

    @Override
    public Optional<ContactSummary> find(UUID contactId) {
        return tables.find(Contact.class, contactId).map(Contact::summary);
    }

    @Override
    public Optional<ContactSummary> primaryOf(UUID customerId) {
        return of(List.of(customerId), "c.isPrimary = true").stream()
                .findFirst()
                .map(Contact::summary);
    }

    @Override
    public List<ContactSummary> billingOf(UUID customerId) {
        List<Contact> billing = of(List.of(customerId), "c.isBilling = true and c.isActive = true");
        return billing.isEmpty()
                ? primaryOf(customerId).stream().toList()
                : billing.stream().map(Contact::summary).toList();
    }

    @Override
    public Page<ContactSummary> addressableFor(
            SegmentCriteria segment, ConsentChannel channel, @Nullable String cursor) {
        Page<UUID> customers = criteria.page(segment, cursor, CUSTOMERS_A_PAGE);
        List<Contact> contacts =
                of(customers.items(), "c.isActive = true and c.erasedAt is null and " + consented(channel));
        return new Page<>(contacts.stream().map(Contact::summary).toList(), customers.next(), null);
    }

    /** CUS-13: for post the proofs themselves are what there is; the latest counts. */
    private static String consented(ConsentChannel channel) {
        return switch (channel) {
            case EMAIL -> "c.emailOptIn = true";
            case SMS -> "c.smsOptIn = true";
            case PHONE -> "c.phoneOptIn = true";
            case POST ->
                "exists (select p from Consent p where p.contactId = c.id and p.optedIn = true"
                        + " and p.channel = io.renoz.customers.api.ConsentChannel.POST and not exists"
                        + " (select l from Consent l where l.contactId = c.id and l.channel = p.channel"
                        + " and l.occurredAt > p.occurredAt))";
        };
    }

    private List<Contact> of(List<UUID> customers, String condition) {
        return customers.isEmpty()
                ? List.of()
                : tables.entities()
                        .createQuery(
                                "select c from Contact c where c.customerId in :customers and " + condition
                                        + " order by c.customerId, c.id",
                                Contact.class)
                        .setParameter("customers", customers)
                        .getResultList();
    }

    @Override
    public void recordConsent(UUID contactId, NewConsent consent) {
        Contact contact = tables.lock(Contact.class, contactId);
        if (contact.changes(consent)) {
            parts.change(List.of(contact.customerId));
            parts.keep(List.of(contact.choose(consent, Instant.now(clock))));
            tables.flush();
        }
    }

    @Override
    public void touch(UUID contactId, Instant contactedAt) {
        tables.require(Contact.class, contactId).contacted(contactedAt);
        tables.flush();
    }
}
