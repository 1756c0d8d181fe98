package io.renoz.customers.customer;

import io.renoz.customers.api.ConsentSource;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for contacts and addresses whichever way they are written: alone, or with their customer. */
@Component(service = PartRules.class)
public final class PartRules {

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public PartRules(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    /** The organization's country, for numbers and addresses that name none; read when it is first asked for. */
    Supplier<String> country() {
        return new Supplier<>() {
            private @Nullable String known;

            @Override
            public String get() {
                if (known == null) {
                    known = organizations.current().address().countryCode();
                }
                return known;
            }
        };
    }

    /** Puts a contact in order; gives the proofs of its choices, to be kept once the contact is stored. */
    List<Consent> complete(Contact contact, Supplier<String> country) {
        return complete(contact, country, ConsentSource.STAFF);
    }

    /** The same, wherever the choices come from. */
    List<Consent> complete(Contact contact, Supplier<String> country, ConsentSource source) {
        contact.phone = PhoneNumbers.normal(contact.phone, country);
        contact.mobile = PhoneNumbers.normal(contact.mobile, country);
        return contact.recordChoices(Instant.now(clock), source);
    }

    void complete(Address address, Supplier<String> country) {
        if (address.country == null) {
            address.country = country.get();
        }
    }

    /** CUS-13: stores the proofs and tells of them. */
    void keep(Collection<Consent> proofs) {
        for (Consent proof : proofs) {
            tables.add(proof);
            events.publish(new DomainEvent(
                    "customers.contact.consent-changed",
                    "contact",
                    proof.contactId,
                    Map.of(
                            "channel", Coded.of(proof.channel),
                            "optedIn", proof.optedIn,
                            "source", Coded.of(proof.source))));
        }
    }

    /** CUS-03: locks the customers that get new parts, and knows who comes first among those they have. */
    <P extends Ranked> Primacy joining(Class<P> type, Collection<UUID> customers) {
        change(customers);
        List<P> present = siblings(type, customers, null);
        return Primacy.beside(present, tables::flush);
    }

    /** CUS-03: an existing part was changed; when it asks to come first the one before steps down. */
    <P extends Ranked> void changed(Class<P> type, UUID id, P part) {
        change(List.of(part.customerId()));
        if (part.first() && !part.wasFirst()) {
            List<P> others = siblings(type, List.of(part.customerId()), id);
            Primacy.beside(others, tables::flush).settle(part);
        }
    }

    /** The version of a customer covers its parts. */
    void change(Collection<UUID> customers) {
        Map<UUID, Customer> locked = Accounts.lock(tables, customers);
        if (!locked.keySet().containsAll(customers)) {
            throw Problem.invalid("customerId", "There is no such customer.");
        }
        locked.values().forEach(Customer::touch);
    }

    /** Whose contacts these are; contacts that do not exist are left out. */
    public Map<UUID, UUID> customersOf(Collection<UUID> contacts) {
        return contacts(contacts).stream().collect(Collectors.toMap(Contact::id, Contact::customerId));
    }

    /** Raises the moment of last contact. */
    public void contacted(Collection<UUID> contacts, Instant at) {
        contacts(contacts).forEach(contact -> contact.contacted(at));
        tables.flush();
    }

    private List<Contact> contacts(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : tables.entities()
                        .createQuery("select c from Contact c where c.id in :ids", Contact.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private <P extends Ranked> List<P> siblings(Class<P> type, Collection<UUID> customers, @Nullable UUID except) {
        String text = "select p from " + type.getSimpleName() + " p where p.customerId in :customers";
        return tables.entities()
                .createQuery(text, type)
                .setParameter("customers", customers.stream().distinct().toList())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .filter(part -> except == null || !part.id().equals(except))
                .toList();
    }
}
