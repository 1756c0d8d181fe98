package io.renoz.customers.customer;

import io.renoz.customers.Permissions;
import io.renoz.customers.api.ConsentSource;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/contacts}. A person with a history of consent is erased, not deleted. */
@Component
@Path("contacts")
public final class ContactResource implements Crud<ContactResource.Input, ContactResource.View> {

    /** What a caller may set; a contact stays with its customer. */
    public record Input(
            @NotNull UUID customerId,
            @Nullable @Size(max = 20) String salutation,
            @NotBlank @Size(max = 100) String firstName,
            @NotBlank @Size(max = 100) String lastName,
            @Nullable @Size(max = 100) String title,
            @Nullable @Size(max = 100) String department,
            @Nullable @Email @Size(max = 320) String email,
            @Nullable @Size(max = 30) String phone,
            @Nullable @Size(max = 30) String mobile,
            boolean isPrimary,
            boolean isBilling,
            boolean decisionMaker,
            boolean influencer,
            Boolean isActive,
            boolean emailOptIn,
            boolean smsOptIn,
            Boolean phoneOptIn,
            @Nullable @Size(max = 10) String preferredLanguage,
            @Nullable LocalDate birthday,
            @Nullable @Size(max = 2000) String notes) {

        public Input {
            email = Texts.lower(email);
            phone = Texts.plain(phone);
            mobile = Texts.plain(mobile);
            isActive = isActive == null || isActive;
            phoneOptIn = phoneOptIn == null || phoneOptIn;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            @Nullable String salutation,
            String firstName,
            String lastName,
            @Nullable String title,
            @Nullable String department,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            boolean isPrimary,
            boolean isBilling,
            boolean decisionMaker,
            boolean influencer,
            Boolean isActive,
            boolean emailOptIn,
            boolean smsOptIn,
            Boolean phoneOptIn,
            @Nullable Instant emailOptInAt,
            @Nullable Instant smsOptInAt,
            @Nullable String preferredLanguage,
            @Nullable LocalDate birthday,
            @Nullable Instant lastContactedAt,
            @Nullable Instant erasedAt,
            @Nullable String notes)
            implements Versioned {}

    private final Tables tables;
    private final Rows<Contact, Input, View> contacts;
    private final PartRules parts;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public ContactResource(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference PartRules parts,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.contacts = tables.of(Contact.class)
                .filter("customerId", "email", "isPrimary", "isBilling", "isActive", "emailOptIn", "smsOptIn")
                .search("firstName", "lastName", "email", "phone", "mobile")
                .sort("lastName", "createdAt", "lastContactedAt")
                .byName(Input.class, View.class);
        this.parts = parts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Rows<Contact, Input, View> records() {
        return contacts;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        return add(inputs, ConsentSource.STAFF);
    }

    /** The same, wherever the choices of these people come from. */
    List<View> add(List<Input> inputs, ConsentSource source) {
        Primacy primacy = parts.joining(
                Contact.class, inputs.stream().map(Input::customerId).toList());
        Supplier<String> country = parts.country();
        var proofs = new ArrayList<Consent>();
        List<View> added = contacts.createAll(inputs, (contact, input) -> {
            primacy.settle(contact);
            proofs.addAll(parts.complete(contact, country, source));
        });
        parts.keep(proofs);
        return added;
    }

    @Override
    @Answers("already-erased")
    public View update(UUID id, Patch<Input> patch) {
        return contacts.update(id, patch, (contact, input) -> {
            contact.stay();
            parts.keep(parts.complete(contact, parts.country()));
            parts.changed(Contact.class, id, contact);
        });
    }

    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        parts.change(List.of(tables.require(Contact.class, id).customerId));
        contacts.delete(id);
    }

    @POST
    @Path("{id}/erase")
    @Allow(Permissions.ERASE)
    @Summary("Blanks the person's data and keeps the proof of consent")
    @Answers("already-erased")
    public View erase(@PathParam("id") UUID id) {
        return contacts.change(id, contact -> {
            parts.keep(contact.erase(Instant.now(clock)));
            parts.change(List.of(contact.customerId));
            events.publish(new DomainEvent(
                    "customers.contact.erased", "contact", id, Map.of("customerId", contact.customerId)));
        });
    }
}
