package io.renoz.inventory.location;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.LocationType;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Example;
import io.renoz.users.api.UserDirectory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/locations}. A location is made with its root place. */
@Component
@Path("locations")
public final class LocationResource implements Crud<LocationResource.Input, LocationResource.View> {

    /**
     * What a caller may set.
     *
     * @param code kept in upper case
     * @param isDefault takes the place of the one that was
     * @param allowNegative for vehicles and virtual places, by an admin
     * @param assignedUserId whose vehicle it is
     */
    public record Input(
            @NotBlank @Size(max = 20) String code,
            @NotBlank @Size(max = 100) String name,
            LocationType locationType,
            boolean isDefault,
            Boolean isActive,
            Boolean isSellable,
            boolean allowNegative,
            @Nullable @Example("null") UUID assignedUserId,
            @Nullable UUID managerUserId,
            @Nullable @Size(max = 20) String vehicleRegistration,
            @Nullable @Size(max = 200) String street1,
            @Nullable @Size(max = 200) String street2,
            @Nullable @Size(max = 100) String city,
            @Nullable @Size(max = 100) String state,
            @Nullable @Size(max = 20) String postcode,
            @Nullable @Size(min = 2, max = 2) String country,

            @Nullable @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 8)
            BigDecimal latitude,

            @Nullable @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 8)
            BigDecimal longitude,

            @Nullable @Size(max = 60) @Example("Australia/Perth")
            String timezone,

            @Nullable @Size(max = 200) String contactName,
            @Nullable @Size(max = 50) String contactPhone,
            @Nullable @Email @Size(max = 254) String contactEmail,
            @Nullable @Size(max = 2000) String notes) {

        public Input {
            code = code == null ? null : code.strip().toUpperCase(Locale.ROOT);
            locationType = locationType == null ? LocationType.WAREHOUSE : locationType;
            isActive = isActive == null || isActive;
            isSellable = isSellable == null || isSellable;
            country = country == null ? null : country.toUpperCase(Locale.ROOT);
            if (assignedUserId != null && locationType != LocationType.VEHICLE) {
                throw Problem.invalid("assignedUserId", "Only a vehicle is assigned to somebody.");
            }
            if (allowNegative && locationType != LocationType.VEHICLE && locationType != LocationType.VIRTUAL) {
                throw Problem.invalid("allowNegative", "Only vehicles and virtual places may run below zero.");
            }
            requireZone(timezone);
        }

        private static void requireZone(@Nullable String zone) {
            try {
                if (zone != null) {
                    ZoneId.of(zone);
                }
            } catch (DateTimeException e) {
                throw Problem.invalid("timezone", "There is no such time zone.").because(e);
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String code,
            String name,
            LocationType locationType,
            boolean isDefault,
            Boolean isActive,
            Boolean isSellable,
            boolean allowNegative,
            @Nullable UUID assignedUserId,
            @Nullable UUID managerUserId,
            @Nullable String vehicleRegistration,
            @Nullable String street1,
            @Nullable String street2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String timezone,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable String notes)
            implements Versioned {}

    private final Tables tables;
    private final UserDirectory users;
    private final Occupancy occupancy;
    private final Rows<Location, Input, View> locations;

    @Activate
    public LocationResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference UserDirectory users,
            @Reference Occupancy occupancy) {
        this.tables = tables;
        this.users = users;
        this.occupancy = occupancy;
        this.locations = tables.of(Location.class)
                .filter("locationType", "isActive", "isSellable", "assignedUserId", "createdAt", "code")
                .search("code", "name")
                .sort("code", "name", "createdAt", "id")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Location, Input, View> records() {
        return locations;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        requireUsers(inputs.stream().flatMap(input -> Stream.of(input.assignedUserId, input.managerUserId)));
        if (inputs.stream().anyMatch(Input::isDefault)) {
            dethrone(null);
        }
        return locations.createAll(inputs, (location, input) -> {
            requireNegativeRight(location);
            tables.add(WarehouseLocation.rootOf(location));
        });
    }

    @Override
    @Answers("reference-in-use")
    public View update(UUID id, Patch<Input> patch) {
        return locations.update(id, patch, (location, input) -> {
            requireUsers(Stream.of(input.assignedUserId, input.managerUserId));
            requireNegativeRight(location);
            if (location.isDefault) {
                dethrone(id);
            }
            if (location.goesOff()) {
                occupancy.requireEmpty(id);
            }
        });
    }

    /** INV-23: its root place goes with it. */
    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        tables.lock(Location.class, id);
        occupancy.requireUnused(id);
        tables.entities()
                .createQuery(
                        "select w from WarehouseLocation w where w.locationId = :id and w.isRoot = true",
                        WarehouseLocation.class)
                .setParameter("id", id)
                .getResultList()
                .forEach(tables::remove);
        locations.delete(id);
    }

    /** INV-06: only an admin lets a location run below zero. */
    private static void requireNegativeRight(Location location) {
        if (location.startsNegative()) {
            Call.current().require(Permissions.CONFIGURE);
        }
    }

    /** At most one location is the default: the one that was makes room. */
    private void dethrone(@Nullable UUID successor) {
        Sql.of(
                        tables,
                        "update inventory.locations set is_default = false, version = version + 1, updated_at = now()"
                                + " where organization_id = ?1 and is_default and id is distinct from cast(?2 as uuid)",
                        successor == null ? null : successor.toString())
                .executeUpdate();
    }

    private void requireUsers(Stream<@Nullable UUID> ids) {
        List<UUID> wanted = ids.filter(Objects::nonNull).distinct().toList();
        if (!wanted.isEmpty() && users.findAll(wanted).size() < wanted.size()) {
            throw Problem.invalid("assignedUserId", "There is no such user.");
        }
    }
}
