package io.renoz.customers.customer;

import io.renoz.customers.api.ConsentChannel;
import io.renoz.customers.api.ConsentSource;
import io.renoz.customers.api.NewConsent;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartLists;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/contacts/{parent}/consents}. CUS-13: proofs are added and read, and that is all. */
@Component
@Path("contacts/{parent}/consents")
public final class ConsentResource
        implements PartLists<ConsentResource.View>, PartCreates<ConsentResource.Input, ConsentResource.View> {

    /** A choice, as somebody reports it. */
    public record Input(
            @NotNull ConsentChannel channel,
            @NotNull Boolean optedIn,
            ConsentSource source,
            @Nullable @Size(max = 500) String evidence,

            @Nullable @Size(max = 45) @Pattern(regexp = "[0-9a-fA-F.:]+")
            String ipAddress) {

        public Input {
            source = source == null ? ConsentSource.STAFF : source;
        }

        NewConsent choice() {
            return new NewConsent(channel, optedIn, source, evidence, ipAddress);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID contactId,
            ConsentChannel channel,
            Boolean optedIn,
            ConsentSource source,
            Instant occurredAt,
            @Nullable String evidence,
            @Nullable String ipAddress)
            implements Versioned {}

    private final Tables tables;
    private final Rows<Consent, Input, View> consents;
    private final PartRules parts;
    private final Clock clock;

    @Activate
    public ConsentResource(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference PartRules parts,
            @Reference Clock clock) {
        this.tables = tables;
        this.consents = tables.of(Consent.class)
                .filter("channel", "occurredAt")
                .sort("-occurredAt")
                .within("contactId", Contact.class)
                .byName(Input.class, View.class);
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Rows<Consent, Input, View> records() {
        return consents;
    }

    @Override
    @Answers({"already-erased", "invalid-transition"})
    public List<View> add(UUID contactId, List<Input> inputs) {
        Contact contact = tables.lock(Contact.class, contactId);
        parts.change(List.of(contact.customerId));
        var proofs = new ArrayList<Consent>();
        for (Input input : inputs) {
            if (!contact.changes(input.choice())) {
                throw Problem.of("invalid-transition", "That is the contact's choice already.");
            }
            proofs.add(contact.choose(input.choice(), Instant.now(clock)));
        }
        parts.keep(proofs);
        tables.flush();
        return proofs.stream().map(consents::view).toList();
    }
}
