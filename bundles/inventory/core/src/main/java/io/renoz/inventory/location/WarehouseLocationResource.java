package io.renoz.inventory.location;

import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.Sql;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/warehouse-locations}: the places inside locations, as a tree. */
@Component
@Path("warehouse-locations")
public final class WarehouseLocationResource
        implements Crud<WarehouseLocationResource.Input, WarehouseLocationResource.View> {

    private static final int LONGEST_PATH = 400;

    /** Paths of all below a place that moved; parameter 2 is the place. */
    private static final String REPATH = """
            with recursive tree as (
              select id, path, depth from inventory.warehouse_locations where organization_id = ?1 and id = ?2
              union all
              select w.id, tree.path || '/' || w.location_code, tree.depth + 1
                from inventory.warehouse_locations w join tree on w.parent_id = tree.id
               where w.organization_id = ?1)
            update inventory.warehouse_locations w
               set path = tree.path, depth = tree.depth, version = version + 1
              from tree where w.organization_id = ?1 and w.id = tree.id and w.id <> ?2
            """;

    private static final String ABOVE = """
            with recursive up as (
              select id, parent_id from inventory.warehouse_locations where organization_id = ?1 and id = ?2
              union all
              select w.id, w.parent_id from inventory.warehouse_locations w join up on w.id = up.parent_id
               where w.organization_id = ?1)
            select cast(id as text) from up
            """;

    /**
     * What a caller may set.
     *
     * @param parentId the place it is in; the root place of the location when left out
     * @param locationCode kept in upper case, unique in the location
     * @param capacity units it can hold; left out for any number
     * @param isQuarantine stock put here is quarantined; such a place is not picked from
     */
    public record Input(
            @NotNull UUID locationId,
            @Nullable UUID parentId,
            @NotBlank @Size(max = 20) String locationCode,
            @NotBlank @Size(max = 100) String name,
            BinType locationType,
            @Nullable @Size(max = 60) String barcode,
            @Nullable Integer pickSequence,
            @Nullable @PositiveOrZero Integer capacity,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal maxWeightKg,

            @Nullable @PositiveOrZero Integer widthMm,
            @Nullable @PositiveOrZero Integer heightMm,
            @Nullable @PositiveOrZero Integer depthMm,
            Boolean isActive,
            Boolean isPickable,
            Boolean isReceivable,
            boolean isQuarantine,
            TemperatureZone temperatureZone,
            boolean hazmat,
            SecurityLevel securityLevel,
            boolean requiresEquipment,
            @Nullable @Size(max = 60) String equipmentType,
            @Nullable Integer floorLevel,
            @Nullable Json attributes) {

        public Input {
            locationCode = locationCode == null ? null : locationCode.strip().toUpperCase(Locale.ROOT);
            barcode = barcode == null || barcode.isBlank() ? null : barcode.strip();
            locationType = locationType == null ? BinType.BIN : locationType;
            isActive = isActive == null || isActive;
            isReceivable = isReceivable == null || isReceivable;
            isPickable = isPickable == null ? !isQuarantine : isPickable && !isQuarantine;
            temperatureZone = temperatureZone == null ? TemperatureZone.AMBIENT : temperatureZone;
            securityLevel = securityLevel == null ? SecurityLevel.STANDARD : securityLevel;
            if (locationCode != null && locationCode.contains("/")) {
                throw Problem.invalid("locationCode", "A code has no slash.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID locationId,
            @Nullable UUID parentId,
            String locationCode,
            String name,
            BinType locationType,
            String path,
            int depth,
            @Nullable String barcode,
            @Nullable Integer pickSequence,
            @Nullable Integer capacity,
            @Nullable BigDecimal maxWeightKg,
            @Nullable Integer widthMm,
            @Nullable Integer heightMm,
            @Nullable Integer depthMm,
            boolean isRoot,
            Boolean isActive,
            Boolean isPickable,
            Boolean isReceivable,
            boolean isQuarantine,
            TemperatureZone temperatureZone,
            boolean hazmat,
            SecurityLevel securityLevel,
            boolean requiresEquipment,
            @Nullable String equipmentType,
            @Nullable Integer floorLevel,
            @Nullable Json attributes)
            implements Versioned {}

    private final Tables tables;
    private final Occupancy occupancy;
    private final Rows<WarehouseLocation, Input, View> places;

    @Activate
    public WarehouseLocationResource(
            @Reference(target = "(domain=inventory)") Tables tables, @Reference Occupancy occupancy) {
        this.tables = tables;
        this.occupancy = occupancy;
        this.places = tables.of(WarehouseLocation.class)
                .filter("locationId", "parentId", "locationType", "isPickable", "isReceivable", "isActive", "barcode")
                .filter("createdAt")
                .search("locationCode", "name", "barcode")
                .sort("path", "pickSequence", "locationCode", "id")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<WarehouseLocation, Input, View> records() {
        return places;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        return places.createAll(inputs, (place, input) -> put(place));
    }

    @Override
    @Answers("reference-in-use")
    public View update(UUID id, Patch<Input> patch) {
        return places.update(id, patch, (place, input) -> revise(place));
    }

    private void revise(WarehouseLocation place) {
        if (place.leaves()) {
            throw Problem.invalid("locationId", "A place stays in its location.");
        }
        if (place.goesOff() || place.changesQuarantine()) {
            occupancy.requireEmptyPlace(place.id());
        }
        if (place.isRoot) {
            if (place.parentId != null || place.moves()) {
                throw Problem.invalid("parentId", "The root place stays where it is and keeps its code.");
            }
        } else if (place.moves()) {
            put(place);
            tables.flush();
            Sql.of(tables, REPATH, place.id()).executeUpdate();
        }
    }

    /** INV-23: the root place of a location cannot be deleted. */
    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        WarehouseLocation place = tables.lock(WarehouseLocation.class, id);
        if (place.isRoot) {
            throw Problem.of("reference-in-use", "The root place goes with its location.");
        }
        occupancy.requireUnusedPlace(id);
        places.delete(id);
    }

    /** Below its parent, which is the root place unless it says another. */
    private void put(WarehouseLocation place) {
        WarehouseLocation parent = place.parentId == null ? root(place.locationId) : parent(place.parentId);
        if (!parent.locationId.equals(place.locationId)) {
            throw Problem.invalid("parentId", "The parent is a place of the same location.");
        }
        boolean circle = Sql.column(tables, String.class, ABOVE, parent.id())
                .contains(place.id().toString());
        if (circle) {
            throw Problem.invalid("parentId", "A place cannot be inside itself.");
        }
        place.below(parent);
        if (place.path.length() > LONGEST_PATH) {
            throw Problem.invalid("parentId", "The path of a place has at most " + LONGEST_PATH + " characters.");
        }
    }

    private WarehouseLocation parent(UUID id) {
        return tables.find(WarehouseLocation.class, id)
                .orElseThrow(() -> Problem.invalid("parentId", "There is no such place."));
    }

    private WarehouseLocation root(UUID location) {
        return tables.entities()
                .createQuery(
                        "select w from WarehouseLocation w where w.locationId = :location and w.isRoot = true",
                        WarehouseLocation.class)
                .setParameter("location", location)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.invalid("locationId", "There is no such location."));
    }
}
