package io.renoz.orders.directory;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.orders.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Units that were given to lines, for reading. */
final class Serials {

    private static final String OF_LINES = """
            select order_line_item_id, serial_number from orders.order_line_serials
             where organization_id = ?1 and order_line_item_id = any (cast(?2 as uuid[])) and status <> 'returned'
             order by allocated_at, id""";

    private static final String LINE = """
            select order_line_item_id from orders.order_line_serials
             where organization_id = ?1 and product_id = ?2 and upper(serial_number) = upper(?3) and status <> 'returned'
             order by allocated_at desc, id desc limit 1""";

    private final Tables tables;

    Serials(Tables tables) {
        this.tables = tables;
    }

    /** By the line they were given to; those that came back are left out. */
    Map<UUID, List<String>> of(Collection<UUID> lines) {
        var found = new HashMap<UUID, List<String>>();
        if (lines.isEmpty()) {
            return found;
        }
        List<?> rows = tables.entities()
                .createNativeQuery(OF_LINES)
                .setParameter(1, Call.tenant())
                .setParameter(2, Sql.array(lines.stream()))
                .getResultList();
        for (Object row : rows) {
            var values = (Object[]) row;
            found.computeIfAbsent((UUID) values[0], line -> new ArrayList<>()).add((String) values[1]);
        }
        return found;
    }

    /** The line a unit was given to last. */
    Optional<UUID> lineOf(UUID product, String serial) {
        List<?> rows = tables.entities()
                .createNativeQuery(LINE)
                .setParameter(1, Call.tenant())
                .setParameter(2, product)
                .setParameter(3, serial.strip())
                .getResultList();
        return rows.stream().findFirst().map(UUID.class::cast);
    }
}
