package io.renoz.pipeline.opportunity;

import io.renoz.data.Tables;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.reason.Reasons;
import io.renoz.pipeline.reason.WinLossReasonType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What quotes mean for the opportunities they belong to. An opportunity is locked before its quotes are. */
@Component(service = Deals.class)
public final class Deals {

    private static final String NET = "select v.subtotal - v.discountAmount from QuoteVersion v, Quote q"
            + " where v.quoteId = q.id and q.opportunityId = :opportunity and q.deletedAt is null and ";

    private final Tables tables;
    private final Moves moves;
    private final Reasons reasons;
    private final OpenValue openValue;

    @Activate
    public Deals(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Moves moves,
            @Reference Reasons reasons,
            @Reference OpenValue openValue) {
        this.tables = tables;
        this.moves = moves;
        this.reasons = reasons;
        this.openValue = openValue;
    }

    /** Whose each of some opportunities is, in one query; those that are not there are left out. */
    public Map<UUID, UUID> customers(Collection<UUID> opportunities) {
        return opportunities.isEmpty()
                ? Map.of()
                : tables.entities()
                        .createQuery(
                                "select o from Opportunity o where o.id in :ids and o.deletedAt is null",
                                Opportunity.class)
                        .setParameter("ids", opportunities)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultStream()
                        .collect(Collectors.toMap(Opportunity::id, opportunity -> opportunity.customerId));
    }

    /** Keeps others from changing it until the transaction ends. One that was deleted meanwhile needs no lock. */
    public void lock(@Nullable UUID opportunity) {
        find(opportunity).ifPresent(found -> tables.lock(Opportunity.class, found.id()));
    }

    private Optional<Opportunity> find(@Nullable UUID id) {
        return id == null ? Optional.empty() : tables.find(Opportunity.class, id);
    }

    /** PIP-08: a quote was sent or accepted. Those that follow their quotes take its net. */
    public void quoted(@Nullable UUID id) {
        find(id).filter(opportunity -> opportunity.valueSource == ValueSource.QUOTE)
                .ifPresent(opportunity -> {
                    tables.flush();
                    net(opportunity.id()).ifPresent(opportunity::quoted);
                    tables.flush();
                    openValue.report(List.of(opportunity.customerId));
                });
    }

    /** PIP-08: the discounted net of the accepted quote, else of the one that was sent last. */
    Optional<BigDecimal> net(UUID opportunity) {
        return first(
                        NET + "v.sentAt is not null and q.status = io.renoz.pipeline.api.QuoteStatus.ACCEPTED"
                                + " and v.versionNumber = q.acceptedVersionNumber order by q.acceptedAt desc",
                        opportunity)
                .or(() -> first(NET + "v.sentAt is not null order by v.sentAt desc", opportunity));
    }

    private Optional<BigDecimal> first(String jpql, UUID opportunity) {
        return tables.entities()
                .createQuery(jpql, BigDecimal.class)
                .setParameter("opportunity", opportunity)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many of its quotes have ever been sent. */
    long sentQuotes(UUID opportunity) {
        return tables.entities()
                .createQuery(
                        "select count(q) from Quote q where q.opportunityId = :opportunity and q.sentAt is not null"
                                + " and q.deletedAt is null",
                        Long.class)
                .setParameter("opportunity", opportunity)
                .getSingleResult();
    }

    /**
     * PIP-15: its quote was accepted, so it is won, unless it is closed already.
     *
     * @param reason why; null for none
     */
    public void win(@Nullable UUID id, @Nullable UUID reason) {
        find(id).filter(opportunity -> opportunity.stage.open()).ifPresent(opportunity -> {
            moves.move(opportunity, new Moves.Move(OpportunityStage.WON, null, reason, null, null, null));
            tables.flush();
            openValue.report(List.of(opportunity.customerId));
        });
    }

    /** The reason that is taken when nobody gives one for winning it. */
    public Optional<UUID> standardReason(@Nullable UUID id) {
        return reasons.standard(WinLossReasonType.WIN, competitor(id));
    }

    /** Who else was after it, where that is known. */
    public @Nullable String competitor(@Nullable UUID id) {
        return find(id).map(found -> found.competitorName).orElse(null);
    }

    /** An order was made of it; the first one counts. */
    public void ordered(@Nullable UUID id, UUID order) {
        find(id).ifPresent(opportunity -> opportunity.orderedBy(order));
    }
}
