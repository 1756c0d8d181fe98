package io.renoz.inventory.location;

import io.renoz.data.Audited;
import io.renoz.data.Json;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A place inside a location; each location has one root place, made with it. */
@Entity
@Table(schema = "inventory", name = "warehouse_locations")
@Audited(type = "warehouse_location", name = "name", parent = "locationId", parentType = "location")
public class WarehouseLocation extends TenantRecord {

    UUID locationId;

    @Nullable
    UUID parentId;

    @Searchable
    String locationCode;

    @Searchable
    String name;

    BinType locationType = BinType.BIN;

    String path;

    int depth;

    @Searchable
    @Nullable
    String barcode;

    @Nullable
    Integer pickSequence;

    @Nullable
    Integer capacity;

    @Nullable
    BigDecimal maxWeightKg;

    @Nullable
    Integer widthMm;

    @Nullable
    Integer heightMm;

    @Nullable
    Integer depthMm;

    boolean isRoot;

    Boolean isActive = true;

    Boolean isPickable = true;

    Boolean isReceivable = true;

    boolean isQuarantine;

    TemperatureZone temperatureZone = TemperatureZone.AMBIENT;

    boolean hazmat;

    SecurityLevel securityLevel = SecurityLevel.STANDARD;

    boolean requiresEquipment;

    @Nullable
    String equipmentType;

    @Nullable
    Integer floorLevel;

    @Nullable
    Json attributes;

    @Transient
    private boolean wasActive;

    @Transient
    private boolean wasQuarantine;

    @Transient
    private @Nullable UUID storedLocation;

    @Transient
    private @Nullable UUID storedParent;

    @Transient
    private @Nullable String storedCode;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected WarehouseLocation() {}

    /** INV-23: the place that a location is made with. */
    static WarehouseLocation rootOf(Location location) {
        var root = new WarehouseLocation();
        root.locationId = location.id();
        root.locationCode = location.code;
        root.name = location.name;
        root.locationType = BinType.ZONE;
        root.path = location.code;
        root.isRoot = true;
        return root;
    }

    @PostLoad
    void loaded() {
        wasActive = isActive;
        wasQuarantine = isQuarantine;
        storedLocation = locationId;
        storedParent = parentId;
        storedCode = locationCode;
    }

    boolean goesOff() {
        return wasActive && !isActive;
    }

    /** Stock that is there already keeps its condition, so a place with stock does not change. */
    boolean changesQuarantine() {
        return wasQuarantine != isQuarantine;
    }

    boolean leaves() {
        return storedLocation != null && !storedLocation.equals(locationId);
    }

    boolean moves() {
        return !Objects.equals(storedParent, parentId) || !Objects.equals(storedCode, locationCode);
    }

    /** Puts it below another place. */
    void below(WarehouseLocation parent) {
        parentId = parent.id();
        path = parent.path + "/" + locationCode;
        depth = parent.depth + 1;
    }
}
