package io.renoz.inventory;

/** What always holds between the tables, as queries that find where it does not. */
final class Audit {

    static final String[][] CHECKS = {
        {"on hand is the sum of movements", """
            select cast(b.id as text), b.quantity_on_hand, coalesce(m.sum, 0)
              from inventory.inventory b
              left join (select inventory_id, sum(quantity) as sum from inventory.inventory_movements
                          where organization_id = ?1 and affects_on_hand group by 1) m on m.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_on_hand <> coalesce(m.sum, 0)
            """},
        {"the ledger has no gap", """
            select cast(id as text), previous_quantity, before from (
              select id, previous_quantity, affects_on_hand,
                     coalesce(lag(new_quantity) over (partition by inventory_id order by movement_number), 0) as before
                from inventory.inventory_movements where organization_id = ?1 and affects_on_hand) m
             where previous_quantity <> before
            """},
        {"value is the sum of layers", """
            select cast(b.id as text), b.total_value, coalesce(l.sum, 0)
              from inventory.inventory b
              left join (select inventory_id, sum(cost_remaining) as sum, sum(quantity_remaining) as q
                           from inventory.inventory_cost_layers where organization_id = ?1 group by 1) l
                on l.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_on_hand >= 0
               and (b.total_value <> coalesce(l.sum, 0) or b.quantity_on_hand <> coalesce(l.q, 0))
            """},
        {"value is the sum of moved values", """
            select cast(b.id as text), b.total_value, coalesce(m.sum, 0)
              from inventory.inventory b
              left join (select inventory_id, sum(total_cost) as sum from inventory.inventory_movements
                          where organization_id = ?1 group by 1) m on m.inventory_id = b.id
             where b.organization_id = ?1 and b.total_value <> coalesce(m.sum, 0)
            """},
        {"allocated is the sum of allocations", """
            select cast(b.id as text), b.quantity_allocated, coalesce(a.sum, 0)
              from inventory.inventory b
              left join (select inventory_id, sum(quantity - quantity_fulfilled) as sum
                           from inventory.stock_reservation_allocations where organization_id = ?1 group by 1) a
                on a.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_allocated <> coalesce(a.sum, 0)
            """},
        {"fulfilled is the sum of what allocations gave", """
            select cast(r.id as text), r.quantity_fulfilled, coalesce(a.sum, 0)
              from inventory.stock_reservations r
              left join (select reservation_id, sum(quantity_fulfilled) as sum
                           from inventory.stock_reservation_allocations where organization_id = ?1 group by 1) a
                on a.reservation_id = r.id
             where r.organization_id = ?1 and r.quantity_fulfilled <> coalesce(a.sum, 0)
            """},
        {"each unit on hand has its serial", """
            select cast(b.id as text), b.quantity_on_hand, s.count
              from inventory.inventory b
              join (select inventory_id, count(*) as count from inventory.serialized_items
                     where organization_id = ?1 and inventory_id is not null group by 1) s on s.inventory_id = b.id
             where b.organization_id = ?1 and b.quantity_on_hand <> s.count
            """},
    };

    private Audit() {}
}
