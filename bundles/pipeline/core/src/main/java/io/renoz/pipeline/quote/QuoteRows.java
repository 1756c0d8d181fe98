package io.renoz.pipeline.quote;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.pipeline.opportunity.Deals;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotes and their versions as collections: those of a page with what their versions say, in three queries. */
@Component(service = QuoteRows.class)
public final class QuoteRows {

    /** A row on its way to become a view. */
    record Held<E>(UUID id, int version, E row) implements Versioned {}

    /** An act on a quote and its current version. */
    @FunctionalInterface
    interface Act {
        void on(Quote quote, QuoteVersion current);
    }

    private final Tables tables;
    private final Deals deals;
    private final Rows<Quote, Void, Held<Quote>> quotes;
    private final Rows<QuoteVersion, Void, Held<QuoteVersion>> versions;

    @Activate
    @SuppressWarnings("unchecked") // the class of a record with a parameter
    public QuoteRows(@Reference(target = "(domain=pipeline)") Tables tables, @Reference Deals deals) {
        this.tables = tables;
        this.deals = deals;
        this.quotes = table(tables)
                .viewed(
                        (Class<Held<Quote>>) (Class<?>) Held.class,
                        quote -> new Held<>(quote.id(), quote.version(), quote));
        this.versions = tables.of(QuoteVersion.class)
                .within("quoteId", Quote.class)
                .filter("status")
                .sort("-versionNumber")
                .viewed(
                        (Class<Held<QuoteVersion>>) (Class<?>) Held.class,
                        version -> new Held<>(version.id(), version.version(), version));
    }

    static Table<Quote> table(Tables tables) {
        return tables.of(Quote.class)
                .filter("status", "customerId", "opportunityId", "assignedTo")
                .filter("quoteDate", "validUntil", "total", "createdAt")
                .search("quoteNumber", "title", "customerName")
                .sort("-createdAt", "quoteNumber", "quoteDate", "validUntil", "total");
    }

    Offer offer() {
        return quotes.offer();
    }

    Page<QuoteView> list(ListQuery query) {
        return with(quotes.list(query), this::views);
    }

    QuoteView get(UUID id) {
        return view(quotes.get(id).row);
    }

    QuoteView view(Quote quote) {
        return views(List.of(quote)).get(0);
    }

    /** A page whose items become something else all at once. */
    private static <E, V> Page<V> with(Page<Held<E>> page, Function<List<E>, List<V>> views) {
        return new Page<>(views.apply(page.items().stream().map(Held::row).toList()), page.next(), page.total());
    }

    List<QuoteView> views(List<Quote> some) {
        Map<UUID, QuoteVersion> current = current(some);
        Map<UUID, List<QuoteItem>> items = items(current.values());
        return some.stream()
                .map(quote -> {
                    QuoteVersion version = current.get(quote.id());
                    if (version == null) {
                        throw new IllegalStateException("Quote " + quote.id() + " has no current version");
                    }
                    return QuoteView.of(quote, VersionView.of(version, items.getOrDefault(version.id(), List.of())));
                })
                .toList();
    }

    private Map<UUID, QuoteVersion> current(List<Quote> some) {
        return some.isEmpty()
                ? Map.of()
                : tables.entities()
                        .createQuery(
                                "select v from QuoteVersion v, Quote q where v.quoteId = q.id"
                                        + " and v.versionNumber = q.currentVersionNumber and q.id in :ids",
                                QuoteVersion.class)
                        .setParameter("ids", some.stream().map(Quote::id).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(version -> version.quoteId, version -> version));
    }

    /** The lines of versions in one query, each version's in order. */
    private Map<UUID, List<QuoteItem>> items(Collection<QuoteVersion> of) {
        var items = new HashMap<UUID, List<QuoteItem>>();
        if (!of.isEmpty()) {
            tables.entities()
                    .createQuery("select i from QuoteItem i where i.quoteVersionId in :ids", QuoteItem.class)
                    .setParameter("ids", of.stream().map(QuoteVersion::id).toList())
                    .getResultStream()
                    .sorted(Comparator.comparingInt(item -> item.lineNumber))
                    .forEach(item -> items.computeIfAbsent(item.quoteVersionId, id -> new ArrayList<>())
                            .add(item));
        }
        return items;
    }

    Offer versionOffer() {
        return versions.offer();
    }

    Page<VersionView> versions(UUID quote, ListQuery query) {
        return with(versions.within(quote).list(query), this::versionViews);
    }

    VersionView version(UUID quote, UUID id) {
        return versionViews(List.of(versions.within(quote).get(id).row)).get(0);
    }

    private List<VersionView> versionViews(List<QuoteVersion> some) {
        Map<UUID, List<QuoteItem>> items = items(some);
        return some.stream()
                .map(version -> VersionView.of(version, items.getOrDefault(version.id(), List.of())))
                .toList();
    }

    /**
     * A version by its number.
     *
     * @throws Problem {@code not-found}
     */
    QuoteVersion numbered(UUID quote, int number) {
        return tables.entities()
                .createQuery(
                        "select v from QuoteVersion v where v.quoteId = :quote and v.versionNumber = :number",
                        QuoteVersion.class)
                .setParameter("quote", quote)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("version"));
    }

    QuoteVersion current(Quote quote) {
        return numbered(quote.id(), quote.currentVersionNumber);
    }

    /** Changes a quote with its version, under the caller's If-Match if one was sent. */
    QuoteView change(UUID id, Act act) {
        Quote quote = locked(id);
        quotes.change(id, acting(act));
        return view(quote);
    }

    /** The same under an If-Match that has to be there. */
    QuoteView changeExpected(UUID id, Act act) {
        Quote quote = locked(id);
        quotes.changeExpected(id, acting(act));
        return view(quote);
    }

    /** The same where the If-Match, if any, is that of another record. */
    void act(UUID id, Act act) {
        acting(act).accept(locked(id));
        tables.flush();
    }

    private Consumer<Quote> acting(Act act) {
        return quote -> {
            act.on(quote, current(quote));
            quote.touch();
        };
    }

    /** Locked until the end of the transaction: its opportunity first, so that nobody waits in a circle. */
    private Quote locked(UUID id) {
        Quote quote = tables.require(Quote.class, id);
        deals.lock(quote.opportunityId);
        return tables.lock(Quote.class, quote.id());
    }

    /** Nothing of it is left to be seen, unless it has ever left the house. */
    void delete(UUID id) {
        Quote quote = locked(id);
        if (!quote.draft() || quote.sentAt != null) {
            throw Problem.of("invalid-state", "A quote that was sent can be cancelled, not deleted.");
        }
        quotes.delete(id);
    }
}
