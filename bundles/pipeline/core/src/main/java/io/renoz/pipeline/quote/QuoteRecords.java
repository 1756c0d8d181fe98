package io.renoz.pipeline.quote;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.data.Tables;
import io.renoz.pipeline.Turns;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Quotes as a collection of the API: one record is a quote with its current version. */
final class QuoteRecords implements Records<QuoteInput, QuoteView> {

    private final Tables tables;
    private final QuoteRows rows;
    private final Drafting drafting;

    QuoteRecords(Tables tables, QuoteRows rows, Drafting drafting) {
        this.tables = tables;
        this.rows = rows;
        this.drafting = drafting;
    }

    @Override
    public Page<QuoteView> list(ListQuery query) {
        return rows.list(query);
    }

    @Override
    public QuoteView get(UUID id) {
        return rows.get(id);
    }

    /** The key of a caller a second time gives the first quote back, also when two ask at once. */
    @Override
    public List<QuoteView> createAll(List<QuoteInput> inputs) {
        Map<String, Quote> made = new HashMap<>();
        inputs.stream()
                .map(QuoteInput::clientRequestId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(key -> asked(key).ifPresent(quote -> made.put(key, quote)));
        var fresh = new ArrayList<QuoteInput>();
        for (QuoteInput input : inputs) {
            if (input.clientRequestId() == null || !made.containsKey(input.clientRequestId())) {
                fresh.add(input);
            }
        }
        requireDistinct(fresh);
        var opened = drafting.open(fresh).iterator();
        tables.flush();
        return rows.views(inputs.stream()
                .map(input -> Optional.ofNullable(input.clientRequestId())
                        .map(made::get)
                        .orElseGet(opened::next))
                .toList());
    }

    private Optional<Quote> asked(String key) {
        Turns.take(tables, "quote:" + key);
        return tables.findBy(Quote.class, "clientRequestId", key);
    }

    private static void requireDistinct(List<QuoteInput> inputs) {
        long keys = inputs.stream()
                .map(QuoteInput::clientRequestId)
                .filter(Objects::nonNull)
                .count();
        long distinct = inputs.stream()
                .map(QuoteInput::clientRequestId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (keys != distinct) {
            throw Problem.invalid("clientRequestId", "Two quotes have the same key.");
        }
    }

    @Override
    public QuoteView update(UUID id, Patch<QuoteInput> patch) {
        return rows.changeExpected(id, (quote, version) -> drafting.amend(quote, version, patch));
    }

    @Override
    public void delete(UUID id) {
        rows.delete(id);
    }

    @Override
    public Offer offer() {
        return rows.offer();
    }
}
