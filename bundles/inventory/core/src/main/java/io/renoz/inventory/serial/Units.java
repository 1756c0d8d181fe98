package io.renoz.inventory.serial;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.InventoryEvents;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.SerialEvent;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds, locks and writes units with serial numbers; they are locked after the balances, in the order of their ids. */
@Component(service = Units.class)
public final class Units {

    private static final String LOCK = """
            select u.id from inventory.serialized_items u
              join (select string_to_array(line, chr(31)) as v from unnest(cast(?2 as text[])) as t (line)) k
                on u.product_id = cast(v[1] as uuid) and u.serial_number_normalized = v[2]
             where u.organization_id = ?1 order by u.id for no key update of u
            """;

    private static final String LOCK_IDS = """
            select id from inventory.serialized_items
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) order by id for no key update
            """;

    private static final String PLACES = """
            select u.product_id, u.serial_number_normalized, u.inventory_id from inventory.serialized_items u
              join (select string_to_array(line, chr(31)) as v from unnest(cast(?2 as text[])) as t (line)) k
                on u.product_id = cast(v[1] as uuid) and u.serial_number_normalized = v[2]
             where u.organization_id = ?1 and u.inventory_id is not null
            """;

    private final Tables tables;
    private final EventPublisher events;
    private final InventoryCalendar calendar;

    @Activate
    public Units(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference EventPublisher events,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.events = events;
        this.calendar = calendar;
    }

    /** A serial of a product, normalized. */
    public record Key(UUID product, String serial) {

        public static Key of(UUID product, String typed) {
            return new Key(product, SerialNumbers.normal(typed));
        }

        String line() {
            return product + "\u001f" + serial;
        }
    }

    /** The balances that units are in at this moment, not locked; those outside our stock are left out. */
    public Map<Key, UUID> balances(Collection<Key> keys) {
        var found = new LinkedHashMap<Key, UUID>();
        if (!keys.isEmpty()) {
            for (Object[] row : Sql.rows(tables, PLACES, lines(keys))) {
                found.put(new Key((UUID) row[0], (String) row[1]), (UUID) row[2]);
            }
        }
        return found;
    }

    /** Units that are there, locked until the end of the transaction and read anew. */
    public Map<Key, SerializedItem> lock(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        tables.flush();
        return read(Sql.column(tables, UUID.class, LOCK, lines(keys)));
    }

    /** The same by id. */
    public Map<Key, SerializedItem> lockIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        tables.flush();
        return read(Sql.column(tables, UUID.class, LOCK_IDS, Sql.array(ids)));
    }

    private Map<Key, SerializedItem> read(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery("select u from SerializedItem u where u.id in :ids order by u.id", SerializedItem.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .collect(Collectors.toMap(
                        unit -> new Key(unit.productId, unit.serialNumberNormalized),
                        unit -> unit,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String lines(Collection<Key> keys) {
        return Sql.texts(keys.stream().map(Key::line).distinct().toList());
    }

    /** A new unit; it is stored once it lies somewhere. */
    public SerializedItem register(UUID product, String typed) {
        return tables.add(SerializedItem.of(product, typed));
    }

    /** Refuses a serial, and says why and where it is. */
    public static Problem conflict(String serial, String reason, @Nullable SerializedItem unit) {
        Problem problem = Problem.of("serial-conflict", "The serial " + serial + " " + reason + ".")
                .with("serial", serial);
        if (unit == null) {
            return problem;
        }
        Problem told = problem.with("status", Coded.of(unit.status));
        return unit.inventoryId == null ? told : told.with("inventoryId", unit.inventoryId);
    }

    /** What a document did to a unit. */
    public record Happening(
            SerializedItemEventType type,
            @Nullable String entityType,
            @Nullable UUID entityId,
            @Nullable UUID movement,
            Instant at,
            @Nullable String notes) {

        /** Nothing but the word of a person. */
        public static Happening of(SerializedItemEventType type, Instant at) {
            return new Happening(type, null, null, null, at, null);
        }
    }

    /** Writes a unit's story on, and tells when its status changed. */
    public void tell(SerializedItem unit, @Nullable SerializedItemStatus before, Happening what) {
        var entry =
                new SerialEvent(what.type, what.at, before, unit.status, what.entityType, what.entityId, what.notes);
        tables.add(SerializedItemEvent.of(unit.id(), entry, what.at, what.movement));
        var payload = new LinkedHashMap<String, Object>();
        payload.put("productId", unit.productId);
        payload.put("serialNumber", unit.serialNumberNormalized);
        if (before == null) {
            payload.put("status", Coded.of(unit.status));
            events.publish(new DomainEvent(InventoryEvents.SERIAL_REGISTERED, "serialized_item", unit.id(), payload));
        } else if (before != unit.status) {
            payload.put("from", Coded.of(before));
            payload.put("to", Coded.of(unit.status));
            events.publish(
                    new DomainEvent(InventoryEvents.SERIAL_STATUS_CHANGED, "serialized_item", unit.id(), payload));
        }
    }

    /** The choices of units for some reservations, those that were taken back too. */
    public List<SerialAllocation> choices(Collection<UUID> reservations) {
        if (reservations.isEmpty()) {
            return List.of();
        }
        return tables.entities()
                .createQuery(
                        "select a from SerialAllocation a where a.reservationId in :ids order by a.id",
                        SerialAllocation.class)
                .setParameter("ids", new ArrayList<>(reservations))
                .getResultList();
    }

    /** The reservations that have units chosen for them at this moment, by unit. */
    public Map<UUID, UUID> holders(Collection<UUID> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery(
                        "select a from SerialAllocation a where a.serializedItemId in :ids and a.isActive = true",
                        SerialAllocation.class)
                .setParameter("ids", new ArrayList<>(units))
                .getResultStream()
                .collect(Collectors.toMap(SerialAllocation::unit, SerialAllocation::reservation));
    }

    /** Sets a unit aside for a reservation. */
    public void choose(SerializedItem unit, UUID reservation, List<SerialAllocation> choices) {
        Instant now = calendar.now();
        Optional<SerialAllocation> old = choices.stream()
                .filter(choice -> choice.serializedItemId.equals(unit.id()) && choice.reservationId.equals(reservation))
                .findFirst();
        if (old.isPresent()) {
            old.get().take(now);
        } else {
            tables.add(SerialAllocation.of(unit.id(), reservation, now));
        }
        SerializedItemStatus before = unit.status;
        unit.allocate();
        tell(
                unit,
                before,
                new Happening(SerializedItemEventType.ALLOCATED, "stock_reservation", reservation, null, now, null));
    }

    /** Takes a choice back; the unit is free again where it is still on hand. */
    public void unchoose(SerialAllocation choice, @Nullable SerializedItem unit) {
        Instant now = calendar.now();
        choice.give(now);
        if (unit != null && unit.status == SerializedItemStatus.ALLOCATED) {
            unit.free();
            tell(
                    unit,
                    SerializedItemStatus.ALLOCATED,
                    new Happening(
                            SerializedItemEventType.DEALLOCATED,
                            "stock_reservation",
                            choice.reservationId,
                            null,
                            now,
                            null));
        }
    }

    /** The movements' units: by movement, what happened to which. */
    public Map<UUID, List<UUID>> movedBy(Collection<UUID> movements) {
        if (movements.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery(
                        "select e from SerializedItemEvent e where e.movementId in :ids", SerializedItemEvent.class)
                .setParameter("ids", new ArrayList<>(movements))
                .getResultStream()
                .filter(event -> event.movementId != null)
                .collect(Collectors.groupingBy(
                        event -> java.util.Objects.requireNonNull(event.movementId),
                        Collectors.mapping(event -> event.serializedItemId, Collectors.toList())));
    }
}
