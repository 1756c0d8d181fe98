package io.renoz.inventory.location;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.LocationFilter;
import io.renoz.inventory.api.LocationSummary;
import io.renoz.inventory.api.LocationType;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds locations and places for what happens to stock. */
@Component(service = Places.class)
public final class Places {

    private static final String SELECT = """
            select w.id, w.location_id, w.path, w.is_root, w.is_active and l.is_active, l.is_active and l.is_sellable,
                   w.is_receivable, w.is_pickable, w.is_quarantine, l.allow_negative, l.assigned_user_id, w.capacity
              from inventory.warehouse_locations w
              join inventory.locations l on l.organization_id = ?1 and l.id = w.location_id
             where w.organization_id = ?1 and
            """;

    private static final String TRANSIT_CODE = "TRANSIT";

    private final Tables tables;
    private final SettingsReader settings;

    @Activate
    public Places(@Reference(target = "(domain=inventory)") Tables tables, @Reference SettingsReader settings) {
        this.tables = tables;
        this.settings = settings;
    }

    /** Those of the places that are there, in one query. */
    public Map<UUID, Place> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(SELECT + " w.id = any (cast(?2 as uuid[]))", Sql.array(ids));
    }

    /** The root places of locations, by location, in one query. */
    public Map<UUID, Place> roots(Collection<UUID> locations) {
        var found = new HashMap<UUID, Place>();
        if (!locations.isEmpty()) {
            byId(SELECT + " w.is_root and w.location_id = any (cast(?2 as uuid[]))", Sql.array(locations))
                    .values()
                    .forEach(place -> found.put(place.locationId(), place));
        }
        return found;
    }

    private Map<UUID, Place> byId(String text, String ids) {
        var found = new HashMap<UUID, Place>();
        for (Object[] row : Sql.rows(tables, text, ids)) {
            Place place = place(row);
            found.put(place.id(), place);
        }
        return found;
    }

    private static Place place(Object[] row) {
        return new Place(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Boolean) row[3],
                (Boolean) row[4],
                (Boolean) row[5],
                (Boolean) row[6],
                (Boolean) row[7],
                (Boolean) row[8],
                (Boolean) row[9],
                (UUID) row[10],
                row[11] == null ? null : ((Number) row[11]).intValue());
    }

    /**
     * The location that is meant: the one named, else the organization's default.
     *
     * @throws Problem {@code validation-failed} at {@code field}
     */
    public UUID location(@Nullable UUID named, String field) {
        if (named != null) {
            return tables.find(Location.class, named)
                    .orElseThrow(() -> Problem.invalid(field, "There is no such location."))
                    .id();
        }
        String set = settings.getString(InventorySettings.CATEGORY, InventorySettings.DEFAULT_LOCATION);
        if (!set.isBlank()) {
            Optional<Location> chosen = tables.find(Location.class, UUID.fromString(set));
            if (chosen.isPresent()) {
                return chosen.get().id();
            }
        }
        return tables.findBy(Location.class, "isDefault", true)
                .orElseThrow(() -> Problem.invalid(field, "Name a location; none is the default."))
                .id();
    }

    /**
     * Where goods come in for each line, by the place it names or the root place of the location.
     *
     * @throws Problem {@code location-not-receivable}; {@code validation-failed}
     */
    public List<Place> receiving(UUID location, List<@Nullable UUID> named, String list) {
        Place root = roots(List.of(location)).get(location);
        if (root == null) {
            throw Problem.invalid("locationId", "There is no such location.");
        }
        Map<UUID, Place> found = find(
                named.stream().flatMap(id -> Optional.ofNullable(id).stream()).toList());
        var places = new ArrayList<Place>(named.size());
        for (int i = 0; i < named.size(); i++) {
            UUID id = named.get(i);
            Place place = id == null ? root : found.get(id);
            if (place == null || !place.locationId().equals(location)) {
                throw Problem.invalid(
                        list + "/" + i + "/warehouseLocationId", "There is no such place in the location.");
            }
            requireReceivable(place);
            places.add(place);
        }
        return places;
    }

    /**
     * Refuses a place that takes nothing in.
     *
     * @throws Problem {@code location-not-receivable}
     */
    public static void requireReceivable(Place place) {
        if (!place.active() || !place.receivable()) {
            throw Problem.of("location-not-receivable", place.path() + " takes nothing in.")
                    .with("warehouseLocationId", place.id());
        }
    }

    /** INV-22: to whom a location is assigned; null when it is nobody's vehicle. */
    public @Nullable UUID assignee(UUID location) {
        return tables.find(Location.class, location)
                .filter(found -> found.locationType == LocationType.VEHICLE)
                .map(found -> found.assignedUserId)
                .orElse(null);
    }

    /** INV-27: where goods are while they are under way; made when it is first needed. */
    public Place transit() {
        Optional<Place> there = transitPlace();
        if (there.isPresent()) {
            return there.get();
        }
        Sql.of(tables, """
                        with made as (
                          insert into inventory.locations (organization_id, id, code, name, location_type, is_sellable)
                          values (?1, ?2, ?4, 'In transit', 'transit', false)
                          on conflict do nothing returning id, code, name)
                        insert into inventory.warehouse_locations
                               (organization_id, id, location_id, location_code, name, location_type, path, is_root, is_pickable)
                        select ?1, ?3, id, code, name, 'zone', code, true, false from made
                        """, Ids.next(), Ids.next(), TRANSIT_CODE).executeUpdate();
        return transitPlace()
                .orElseThrow(() -> Problem.of("invalid-state", "There is no active location for goods in transit."));
    }

    private Optional<Place> transitPlace() {
        return Sql.rows(
                        tables,
                        SELECT + " w.is_root and l.location_type = 'transit' and l.is_active order by w.id limit 1")
                .stream()
                .map(Places::place)
                .findFirst();
    }

    /** Locations that fit, by code. */
    public List<LocationSummary> summaries(LocationFilter filter) {
        return tables.entities()
                .createQuery("select l from Location l order by l.code, l.id", Location.class)
                .getResultStream()
                .filter(l -> filter.type() == null || l.locationType == filter.type())
                .filter(l -> filter.sellable() == null || l.isSellable.equals(filter.sellable()))
                .filter(l -> filter.active() == null || l.isActive.equals(filter.active()))
                .map(Location::summary)
                .toList();
    }

    public Optional<LocationSummary> summary(UUID id) {
        return tables.find(Location.class, id).map(Location::summary);
    }

    /** The active vehicle of a user. */
    public Optional<LocationSummary> vehicleOf(UUID user) {
        return summaries(new LocationFilter(LocationType.VEHICLE, null, true)).stream()
                .filter(vehicle -> user.equals(vehicle.assignedUserId()))
                .findFirst();
    }

    /** Whether the caller may act on what is theirs only, and this is theirs. */
    public boolean mine(UUID location) {
        UUID assigned = assignee(location);
        return assigned != null && Call.user().filter(assigned::equals).isPresent();
    }
}
