package io.renoz.products.product;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.Locks;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-01: what products are called by people; one of a kind, whatever the case. */
@Component(service = Skus.class)
public final class Skus {

    static final SequenceDeclaration SEQUENCE = new SequenceDeclaration(
            "products.product", "Product numbers", "P", "{prefix}{seq:6}", SequenceReset.NEVER, false);

    private static final int MOST_AT_ONCE = 1000;

    /** So many who bring skus can be at it at once, if they are lucky. */
    private static final int BUCKETS = 64;

    /** A join, since a list of values is compared one by one where the plan is made for any list. */
    private static final String HOLDERS = """
            select p.sku_lower, p.id
              from unnest(cast(?2 as text[])) k
              join products.products p on p.organization_id = ?1 and p.sku_lower = k and p.deleted_at is null
            """;

    private final Tables tables;
    private final NumberSequences sequences;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Skus(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference NumberSequences sequences,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.sequences = sequences;
        this.organizations = organizations;
        this.clock = clock;
    }

    public void register() {
        sequences.register(SEQUENCE);
    }

    static String key(String sku) {
        return sku.toLowerCase(Locale.ROOT);
    }

    /** As many numbers as are wanted; those that callers gave away before their turn are passed over. */
    List<String> next(int count, Collection<String> brought) {
        if (count == 0) {
            return List.of();
        }
        LocalDate today = organizations.current().today(clock);
        Set<String> keys = brought.stream().map(Skus::key).collect(Collectors.toSet());
        var free = new ArrayList<String>();
        for (int batch = count; free.size() < count; batch = Math.min(2 * batch, MOST_AT_ONCE)) {
            List<String> numbers = sequences.next(SEQUENCE.key(), today, batch);
            var used = new HashSet<>(holders(numbers).keySet());
            used.addAll(keys);
            numbers.stream().filter(number -> !used.contains(key(number))).forEach(free::add);
        }
        return free.subList(0, count);
    }

    /**
     * Refuses skus when another product has one, or two of them are the same; whoever brings one of them at the same time waits.
     *
     * @throws Problem {@code duplicate-sku}
     */
    void requireFree(Collection<String> skus) {
        var seen = new HashSet<String>();
        for (String sku : skus) {
            if (!seen.add(key(sku))) {
                throw taken(sku);
            }
        }
        Locks.hold(
                tables,
                seen.stream()
                        .map(sku -> "sku-" + Math.floorMod(sku.hashCode(), BUCKETS))
                        .distinct()
                        .toList());
        Set<String> used = holders(seen).keySet();
        skus.stream().filter(sku -> used.contains(key(sku))).findFirst().ifPresent(sku -> {
            throw taken(sku);
        });
    }

    /** PRD-01: a product may change its sku to one that no other has. */
    void requireFree(String sku, UUID own) {
        UUID holder = holders(List.of(sku)).get(key(sku));
        if (holder != null && !holder.equals(own)) {
            throw taken(sku);
        }
    }

    /** Who has them: ids by sku in lower case. The column is there since row level security lets no index be used by lower(). */
    @SuppressWarnings("unchecked") // rows of two columns
    Map<String, UUID> holders(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = tables.entities()
                .createNativeQuery(HOLDERS)
                .setParameter(1, Call.tenant())
                .setParameter(2, array(skus.stream().map(Skus::key).toList()))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1], (a, b) -> a));
    }

    /** Texts as PostgreSQL reads them in {@code cast(? as text[])}. */
    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Problem taken(@Nullable String sku) {
        return Problem.of("duplicate-sku", "Another product has the sku " + sku + ".")
                .with(List.of(new FieldError("/sku", "This sku is taken.")));
    }
}
