package io.renoz.customers.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * CUS-03: of a customer's contacts at most one comes first, of its addresses at most one of each type. The first of a kind
 * does so by itself, a later one that says so takes the place of the one before.
 *
 * <p>The database allows no two at any moment, and a flush writes new rows first and deletes last; so what steps down or goes
 * is flushed before another steps up. The caller holds the customer's lock.
 */
final class Primacy {

    private record Place(UUID customerId, Object kind) {}

    private final Map<Place, Ranked> first = new HashMap<>();
    private final Set<Place> known = new HashSet<>();
    private final boolean replacing;
    private final Runnable flush;

    private Primacy(Collection<? extends Ranked> present, boolean replacing, Runnable flush) {
        this.replacing = replacing;
        this.flush = flush;
        for (Ranked part : present) {
            known.add(place(part));
            if (part.wasFirst()) {
                first.put(place(part), part);
            }
        }
    }

    /** Among parts that come with a new customer. */
    static Primacy amongNew() {
        return new Primacy(List.of(), false, () -> {});
    }

    /** For parts that join those that are present. */
    static Primacy beside(Collection<? extends Ranked> present, Runnable flush) {
        return new Primacy(present, false, flush);
    }

    /** For a list that was replaced: some may be on their way out. {@code staying} are those that were there before. */
    static Primacy replacing(Collection<? extends Ranked> staying, Runnable flush) {
        return new Primacy(staying, true, flush);
    }

    /** A part has joined, or has changed what it asks for. */
    void settle(Ranked part) {
        if (known.add(place(part)) || part.first()) {
            raise(part);
        }
    }

    private void raise(Ranked part) {
        Ranked before = first.put(place(part), part);
        if (before == part) {
            return;
        }
        if (before != null || replacing) {
            part.rank(false);
            if (before != null) {
                before.rank(false);
            }
            flush.run();
        }
        part.rank(true);
    }

    private static Place place(Ranked part) {
        return new Place(part.customerId(), part.kind());
    }
}
