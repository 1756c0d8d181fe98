package io.renoz.financial;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for the rows of this module that name a customer. */
@Component
public final class CustomerRows implements CustomerReferenceHolder {

    private static final List<String> NAMING = List.of("credit_notes", "reminder_history", "statement_history");

    private final Tables tables;

    @Activate
    public CustomerRows(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        var moved = new ArrayList<UUID>();
        NAMING.forEach(table -> moved.addAll(give(table, from, to, null)));
        return moved;
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        String those = moved.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return NAMING.stream()
                .mapToInt(table -> give(table, from, to, those).size())
                .sum();
    }

    /** All of them, or those of an array of ids. */
    @SuppressWarnings("unchecked") // the column is a uuid
    private List<UUID> give(String table, UUID from, UUID to, @Nullable String those) {
        tables.flush();
        var update = tables.entities()
                .createNativeQuery("update financial." + table
                        + " set customer_id = ?1, updated_at = now(), version = version + 1"
                        + " where organization_id = ?2 and customer_id = ?3"
                        + (those == null ? "" : " and id = any (cast(?4 as uuid[]))") + " returning id")
                .setParameter(1, to)
                .setParameter(2, Call.tenant())
                .setParameter(3, from);
        if (those != null) {
            update.setParameter(4, those);
        }
        return (List<UUID>) update.getResultList();
    }

    @Override
    public int countReferences(UUID customerId) {
        int all = 0;
        for (String table : NAMING) {
            Number count = (Number) tables.entities()
                    .createNativeQuery("select count(*) from financial." + table
                            + " where organization_id = ?1 and customer_id = ?2")
                    .setParameter(1, Call.tenant())
                    .setParameter(2, customerId)
                    .getSingleResult();
            all += count.intValue();
        }
        return all;
    }
}
