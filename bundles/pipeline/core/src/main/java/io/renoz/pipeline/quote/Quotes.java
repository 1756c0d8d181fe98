package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.pipeline.api.QuoteDirectory;
import io.renoz.pipeline.api.QuoteLine;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.api.QuoteSummary;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductReferenceHolder;
import io.renoz.users.api.AssignmentHolder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotes as other modules meet them. */
@Component
public final class Quotes implements QuoteDirectory, ProductReferenceHolder, AssignmentHolder {

    private static final String THEIRS =
            "from Quote q where q.assignedTo = :user and q.deletedAt is null and q.status in"
                    + " (io.renoz.pipeline.api.QuoteStatus.DRAFT, io.renoz.pipeline.api.QuoteStatus.SENT)";

    private final Tables tables;
    private final QuoteRows rows;

    @Activate
    public Quotes(@Reference(target = "(domain=pipeline)") Tables tables, @Reference QuoteRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @Override
    public Optional<QuoteSummary> find(UUID quoteId) {
        return tables.find(Quote.class, quoteId).map(Quote::summary);
    }

    @Override
    public List<QuoteLine> acceptedLines(UUID quoteId) {
        Quote quote = tables.require(Quote.class, quoteId);
        if (quote.status != QuoteStatus.ACCEPTED) {
            throw Problem.of("invalid-state", "No version of this quote is accepted.");
        }
        return rows.numbered(quoteId, Objects.requireNonNull(quote.acceptedVersionNumber)).inOrder().stream()
                .filter(item -> item.counted() || !item.lineType.priced())
                .map(QuoteItem::line)
                .toList();
    }

    @Override
    public int countReferences(UUID productId) {
        return Math.toIntExact(tables.entities()
                .createQuery("select count(i) from QuoteItem i where i.productId = :product", Long.class)
                .setParameter("product", productId)
                .getSingleResult());
    }

    @Override
    public List<AssignmentCount> openAssignments(UUID user) {
        long count = tables.entities()
                .createQuery("select count(q) " + THEIRS, Long.class)
                .setParameter("user", user)
                .getSingleResult();
        return count == 0 ? List.of() : List.of(new AssignmentCount(QuoteTypes.QUOTE, Math.toIntExact(count)));
    }

    @Override
    public int reassign(UUID from, UUID to) {
        List<Quote> theirs = tables.entities()
                .createQuery("select q " + THEIRS + " order by q.id", Quote.class)
                .setParameter("user", from)
                .getResultList();
        theirs.forEach(quote -> quote.assignedTo = to);
        tables.flush();
        return theirs.size();
    }
}
