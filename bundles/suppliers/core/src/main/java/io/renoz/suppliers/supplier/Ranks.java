package io.renoz.suppliers.supplier;

import io.renoz.data.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.persistence.FlushModeType;

/** Of a supplier's contacts at most one comes first, of its addresses at most one of each type; the newest claim counts. */
final class Ranks {

    private final List<Ranked> known;

    private Ranks(List<? extends Ranked> known) {
        this.known = new ArrayList<>(known);
    }

    /** Among the parts that a supplier has. The caller holds the supplier's lock. */
    static <P extends Ranked> Ranks of(Tables tables, Class<P> type, UUID supplier) {
        return new Ranks(tables.entities()
                .createQuery("select p from " + type.getSimpleName() + " p where p.supplierId = :supplier", type)
                .setParameter("supplier", supplier)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList());
    }

    /** A part has joined, or has changed: when it comes first now, the one before steps down. */
    void settle(Ranked part) {
        if (part.first() && !part.wasFirst()) {
            known.stream()
                    .filter(other ->
                            other != part && other.first() && other.kind().equals(part.kind()))
                    .forEach(Ranked::stepDown);
        }
        known.add(part);
    }
}
