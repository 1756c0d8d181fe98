package io.renoz.pipeline.quote;

import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.pipeline.Parties;
import io.renoz.pipeline.PipelineSettings;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.opportunity.Deals;
import io.renoz.problem.Problem;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.SettingsReader;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PIP-12: lets a version out of the house, after which it never changes. */
@Component(service = Sending.class)
public final class Sending {

    private final Tables tables;
    private final Papers papers;
    private final Attachments attachments;
    private final Parties parties;
    private final Deals deals;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Sending(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Papers papers,
            @Reference Attachments attachments,
            @Reference Parties parties,
            @Reference Deals deals,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.papers = papers;
        this.attachments = attachments;
        this.parties = parties;
        this.deals = deals;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses what cannot go out.
     *
     * @throws Problem {@code invalid-transition}, {@code empty-quote}, {@code approval-required}
     */
    void requireReady(Quote quote, QuoteVersion version) {
        LifeCycle.check(quote, QuoteStatus.SENT);
        LifeCycle.require(quote, "sent", QuoteStatus.DRAFT);
        if (version.lines.stream().noneMatch(QuoteItem::counted)) {
            throw Problem.of("empty-quote", "A quote that is sent has at least one line that counts.");
        }
        if (!version.approved()) {
            throw Problem.of("approval-required", "This quote needs an approval before it is sent.");
        }
    }

    /**
     * Sends it by mail, which is the work of the module communications.
     *
     * @throws Problem as {@link #requireReady}; {@code no-recipient}; {@code module-disabled} while nobody sends mail
     */
    void mail(Quote quote, QuoteVersion version, List<String> recipients) {
        requireReady(quote, version);
        boolean reachable = !recipients.isEmpty()
                || (quote.contactId != null
                        && parties.contact(quote.contactId)
                                .map(ContactSummary::email)
                                .isPresent());
        if (!reachable) {
            throw Problem.of("no-recipient", "Nobody to send it to: the quote's contact has no e-mail address.");
        }
        throw Problem.of("module-disabled", "Mails are sent by communications; note the quote as sent otherwise.")
                .with("module", "communications");
    }

    /** Freezes the version with its PDF; a failure undoes all of it. */
    void markSent(Quote quote, QuoteVersion version, @Nullable String to) {
        requireReady(quote, version);
        quote.customerName = recipient(quote).legalName();
        Instant now = now();
        if (quote.validUntil == null) {
            int days = settings.getInt(PipelineSettings.CATEGORY, PipelineSettings.VALIDITY_DAYS);
            quote.validUntil = quote.quoteDate.plusDays(days);
        }
        supersede(quote);
        version.send(Call.user().orElse(null), now, to);
        quote.status = QuoteStatus.SENT;
        quote.sentAt = now;
        byte[] pdf = papers.pdf(quote, version, now);
        version.documented(
                attachments.storeDocument(QuoteTypes.QUOTE, quote.id(), Papers.TYPE, new ByteArrayInputStream(pdf)));
        tables.flush();
        events.publish(QuoteEvents.of("sent", quote));
        deals.quoted(quote.opportunityId);
    }

    /** PIP-07: what goes out names nobody else's people and places. */
    private CustomerSummary recipient(Quote quote) {
        Parties.Named named = parties.named(List.of(quote.customerId), Stream.of());
        CustomerSummary customer = named.customer(quote.customerId);
        named.contact(customer, quote.contactId);
        named.address(customer, "billingAddressId", quote.billingAddressId);
        named.address(customer, "siteAddressId", quote.siteAddressId);
        return customer;
    }

    /** PIP-11: the version that was sent before gives way. */
    private void supersede(Quote quote) {
        tables.entities()
                .createQuery(
                        "select v from QuoteVersion v where v.quoteId = :quote and v.status = :sent",
                        QuoteVersion.class)
                .setParameter("quote", quote.id())
                .setParameter("sent", QuoteVersionStatus.SENT)
                .getResultList()
                .forEach(version -> version.status = QuoteVersionStatus.SUPERSEDED);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS); // what timestamptz keeps
    }
}
