package io.renoz.inventory.serial;

import io.renoz.data.Tables;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.SerialEvent;
import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.SerialRegistry;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Units and their stories for other modules. */
@Component
public final class Registry implements SerialRegistry {

    private static final int LONGEST_NOTES = 1000;
    private static final int LONGEST_TYPE = 60;

    private final Tables tables;
    private final Units units;
    private final InventoryCalendar calendar;

    @Activate
    public Registry(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Units units,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.units = units;
        this.calendar = calendar;
    }

    @Override
    public List<SerialInfo> find(String serial) {
        return tables.entities()
                .createQuery(
                        "select u from SerializedItem u where u.serialNumberNormalized = :serial order by u.id",
                        SerializedItem.class)
                .setParameter("serial", SerialNumbers.normal(serial))
                .getResultStream()
                .map(SerializedItem::info)
                .toList();
    }

    @Override
    public Optional<SerialInfo> get(UUID serialId) {
        return tables.find(SerializedItem.class, serialId).map(SerializedItem::info);
    }

    @Override
    public Map<UUID, SerialInfo> getAll(Collection<UUID> serialIds) {
        if (serialIds.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery("select u from SerializedItem u where u.id in :ids", SerializedItem.class)
                .setParameter("ids", List.copyOf(serialIds))
                .getResultStream()
                .collect(Collectors.toMap(SerializedItem::id, SerializedItem::info));
    }

    /** The movement that took a unit out names the line, also once the unit was shipped on another. */
    @Override
    public boolean wasShippedOn(UUID orderLineItemId, String serial) {
        return !Sql.rows(tables, """
                        select e.id, m.id from inventory.serialized_item_events e
                          join inventory.serialized_items u on u.organization_id = ?1 and u.id = e.serialized_item_id
                          join inventory.inventory_movements m on m.organization_id = ?1 and m.id = e.movement_id
                         where e.organization_id = ?1 and u.serial_number_normalized = ?2 and e.event_type = 'shipped'
                           and m.reference_line_id = ?3
                           and not exists (select from inventory.inventory_movements r
                                            where r.organization_id = ?1 and r.reversal_of_id = m.id)
                         limit 1
                        """, SerialNumbers.normal(serial), orderLineItemId)
                .isEmpty();
    }

    @Override
    public void recordEvent(UUID serialId, SerialEvent event) {
        SerializedItem unit = tables.require(SerializedItem.class, serialId);
        requireShort("notes", event.notes(), LONGEST_NOTES);
        requireShort("entityType", event.entityType(), LONGEST_TYPE);
        var told = new SerialEvent(
                event.type(),
                event.occurredAt(),
                unit.status,
                unit.status,
                event.entityType(),
                event.entityId(),
                event.notes());
        tables.add(SerializedItemEvent.of(unit.id(), told, calendar.now(), null));
    }

    private static void requireShort(String field, @org.jspecify.annotations.Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw Problem.invalid(field, "At most " + most + " characters.");
        }
    }

    @Override
    public SerialInfo markInstalled(String serial, UUID productId, UUID jobId, UUID customerId) {
        Units.Key key = Units.Key.of(productId, serial);
        SerializedItem unit = units.lock(List.of(key)).get(key);
        if (unit == null) {
            throw Units.conflict(key.serial(), "is not known of this product", null);
        }
        boolean again = unit.status == SerializedItemStatus.INSTALLED && jobId.equals(unit.jobId);
        if (!again) {
            if (unit.status != SerializedItemStatus.SHIPPED) {
                throw Units.conflict(unit.serial(), "was not shipped, so it cannot be installed", unit);
            }
            unit.install(jobId, customerId, calendar.now());
            units.tell(
                    unit,
                    SerializedItemStatus.SHIPPED,
                    new Units.Happening(
                            SerializedItemEventType.INSTALLED, "jobs.job", jobId, null, calendar.now(), null));
        }
        return unit.info();
    }

    @Override
    public List<SerialEvent> history(UUID serialId) {
        return tables.entities()
                .createQuery(
                        "select e from SerializedItemEvent e where e.serializedItemId = :id order by e.occurredAt, e.id",
                        SerializedItemEvent.class)
                .setParameter("id", serialId)
                .getResultStream()
                .map(SerializedItemEvent::told)
                .toList();
    }
}
