package io.renoz.platform.rest.sample;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Records in memory, with the preconditions of the real ones. */
public final class MemoryRecords<I, V extends Versioned> implements Records<I, V> {

    /** Makes a view. */
    public interface Maker<I, V> {
        V make(UUID id, int version, I input);
    }

    private final Map<UUID, V> rows = new LinkedHashMap<>();
    private final Maker<I, V> maker;
    private final Function<V, I> input;

    public MemoryRecords(Maker<I, V> maker, Function<V, I> input) {
        this.maker = maker;
        this.input = input;
    }

    @Override
    public synchronized Page<V> list(ListQuery query) {
        query.filters().keySet().forEach(name -> {
            if (!offer().filters().containsKey(name)) {
                throw Problem.parameter(name, "There is no such filter.");
            }
        });
        int from = query.cursor().map(Integer::parseInt).orElse(0);
        var all = new ArrayList<>(rows.values());
        int to = Math.min(all.size(), from + query.limit());
        return new Page<>(
                all.subList(from, to), to < all.size() ? "" + to : null, query.count() ? (long) all.size() : null);
    }

    @Override
    public synchronized V get(UUID id) {
        V row = rows.get(id);
        if (row == null) {
            throw Problem.notFound("policy");
        }
        return row;
    }

    @Override
    public synchronized List<V> createAll(List<I> inputs) {
        return inputs.stream()
                .map(one -> {
                    UUID id = Ids.next();
                    V row = maker.make(id, 1, one);
                    rows.put(id, row);
                    return row;
                })
                .toList();
    }

    @Override
    public synchronized V update(UUID id, Patch<I> patch) {
        V row = get(id);
        String expected = Call.current()
                .request()
                .ifMatch()
                .orElseThrow(() -> Problem.of("precondition-required", "Send If-Match."));
        if (!expected.equals("\"" + row.version() + "\"")) {
            throw Problem.of("precondition-failed", "Changed.");
        }
        V next = maker.make(id, row.version() + 1, patch.onto(input.apply(row)));
        rows.put(id, next);
        return next;
    }

    @Override
    public synchronized void delete(UUID id) {
        get(id);
        rows.remove(id);
    }

    @Override
    public Offer offer() {
        return new Offer(
                Map.of(
                        "code",
                        String.class,
                        "kind",
                        PolicyResource.Kind.class,
                        "price",
                        BigDecimal.class,
                        "createdAt",
                        Instant.class),
                List.of("code", "kind", "price", "createdAt"),
                List.of("price", "createdAt"),
                List.of("code", "-createdAt"));
    }
}
