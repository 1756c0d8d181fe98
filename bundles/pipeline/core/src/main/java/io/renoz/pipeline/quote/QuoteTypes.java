package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import io.renoz.settings.api.MoneyHolder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotes as records that others can hang things on, and as documents with amounts. */
@Component
public final class QuoteTypes implements EntityTypeProvider, MoneyHolder {

    static final String QUOTE = "quote";

    private final Tables tables;

    @Activate
    public QuoteTypes(@Reference(target = "(domain=pipeline)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("pipeline", QUOTE, "Quote", "/api/v1/pipeline/quotes/{id}"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return type.equals(QUOTE)
                ? tables.find(Quote.class, id)
                        .map(quote -> EntityLabel.numbered(
                                Objects.requireNonNullElse(quote.title, quote.customerName), quote.quoteNumber))
                : Optional.empty();
    }

    @Override
    public boolean holdsMoney() {
        return !tables.entities()
                .createQuery("select q.id from Quote q", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
