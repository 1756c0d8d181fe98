package io.renoz.suppliers.supplier;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;

/**
 * Locks of suppliers, held until the end of the transaction and taken in the order of ids, before those of anything that
 * belongs to a supplier. Taken by SQL: by JPA they would read the parts of each over what is about to change in them.
 */
public final class Locks {

    private static final String SELECT = """
            select id from suppliers.suppliers
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) order by id
            """;

    private Locks() {}

    /** Keeps suppliers from being deleted or moved along their life cycle meanwhile; many may hold it at once. */
    public static void share(Tables tables, Collection<UUID> suppliers) {
        take(tables, suppliers, "for share");
    }

    /** Keeps everybody else away. */
    public static void hold(Tables tables, Collection<UUID> suppliers) {
        take(tables, suppliers, "for update");
    }

    /**
     * Locks one supplier and raises its version, which covers its parts.
     *
     * @throws Problem {@code not-found}
     */
    static Supplier change(Tables tables, UUID supplier) {
        hold(tables, List.of(supplier));
        Supplier locked = tables.require(Supplier.class, supplier);
        locked.touch();
        return locked;
    }

    private static void take(Tables tables, Collection<UUID> suppliers, String mode) {
        if (suppliers.isEmpty()) {
            return;
        }
        tables.entities()
                .createNativeQuery(SELECT + mode)
                .setParameter(1, Call.tenant())
                .setParameter(2, array(suppliers))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().distinct().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
