package io.renoz.inventory.stock;

import io.renoz.data.Tables;
import io.renoz.inventory.Sql;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the ledger. */
@Component(service = Movements.class)
public final class Movements {

    private final Tables tables;

    @Activate
    public Movements(@Reference(target = "(domain=inventory)") Tables tables) {
        this.tables = tables;
    }

    public Movement require(UUID id) {
        return tables.require(Movement.class, id);
    }

    /** What was posted together, in order. */
    public List<Movement> of(UUID posting) {
        return tables.entities()
                .createQuery(
                        "select m from Movement m where m.postingId = :posting order by m.movementNumber",
                        Movement.class)
                .setParameter("posting", posting)
                .getResultList();
    }

    /** Both sides of goods that went from one balance to another: the one they left first. */
    public List<Movement> pair(Movement one) {
        List<Movement> all = of(one.postingId).stream().filter(Movement::moves).toList();
        int index = all.stream().map(Movement::id).toList().indexOf(one.id());
        int first = one.quantity.signum() < 0 ? index : index - 1;
        return all.subList(first, first + 2);
    }

    /**
     * Refuses what was reversed already.
     *
     * @throws Problem {@code already-reversed}
     */
    public void requireUnreversed(List<Movement> movements) {
        boolean reversal = movements.stream().anyMatch(movement -> movement.reversalOfId != null);
        List<UUID> reversed = tables.entities()
                .createQuery("select m.reversalOfId from Movement m where m.reversalOfId in :ids", UUID.class)
                .setParameter("ids", movements.stream().map(Movement::id).toList())
                .getResultList();
        if (reversal || !reversed.isEmpty()) {
            throw Problem.of("already-reversed", reversal ? "A reversal is final." : "It was reversed already.");
        }
    }

    /** Value that a posting moved, 0 or above. */
    BigDecimal cost(UUID posting) {
        List<Object[]> sums = Sql.rows(
                tables,
                "select count(*), coalesce(sum(total_cost), 0) from inventory.inventory_movements"
                        + " where organization_id = ?1 and posting_id = ?2",
                posting);
        if (((Number) sums.get(0)[0]).longValue() == 0) {
            throw Problem.notFound("posting");
        }
        return Sql.number(sums.get(0)[1]).abs();
    }
}
