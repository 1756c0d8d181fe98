package io.renoz.inventory;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of records of this module that others can hang things on. */
@Component
public final class RecordTypes implements EntityTypeProvider {

    public static final String LOCATION = "location";
    public static final String PLACE = "warehouse_location";
    public static final String BALANCE = "stock_balance";
    public static final String MOVEMENT = "stock_movement";
    public static final String RESERVATION = "stock_reservation";
    public static final String UNIT = "serialized_item";
    public static final String TRANSFER = "stock_transfer";
    public static final String COUNT = "stock_count";
    public static final String ALERT = "inventory_alert";
    public static final String ALERT_EVENT = "inventory_alert_event";

    private static final String MODULE = "inventory";
    private static final String PATH = "/api/v1/inventory/";

    /** Name and number of a record, by its id. */
    private static final Map<String, String> NAMES = Map.of(
            LOCATION, "name, code from inventory.locations",
            PLACE, "name, path from inventory.warehouse_locations",
            UNIT, "serial_number_raw, null from inventory.serialized_items",
            RESERVATION, "coalesce(demand_number, demand_type), null from inventory.stock_reservations",
            TRANSFER, "'Transfer', transfer_number from inventory.stock_transfers",
            COUNT, "'Stock count', count_code from inventory.stock_counts",
            ALERT, "name, null from inventory.inventory_alerts",
            ALERT_EVENT, "message, null from inventory.inventory_alert_events");

    private final Tables tables;

    @Activate
    public RecordTypes(@Reference(target = "(domain=inventory)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                type(LOCATION, "Location", "locations/{id}"),
                type(PLACE, "Storage place", "warehouse-locations/{id}"),
                type(BALANCE, "Stock", "stock/{id}").with(),
                type(MOVEMENT, "Stock movement", "movements/{id}").with(),
                type(RESERVATION, "Reservation", "reservations/{id}").with(),
                type(UNIT, "Unit with serial number", "serials/{id}"),
                type(TRANSFER, "Transfer", "transfers/{id}"),
                type(COUNT, "Stock count", "stock-counts/{id}"),
                type(ALERT, "Stock alert", "alerts/{id}").with(),
                type(ALERT_EVENT, "Stock alert that fired", "alert-events/{id}").with());
    }

    private static EntityType type(String type, String label, String path) {
        return EntityType.of(MODULE, type, label, PATH + path);
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        String columns = NAMES.get(type);
        if (columns == null) {
            return Optional.empty();
        }
        return Sql.rows(tables, "select " + columns + " where organization_id = ?1 and id = ?2", id).stream()
                .map(row -> row[1] == null
                        ? EntityLabel.named((String) row[0])
                        : EntityLabel.numbered((String) row[0], (String) row[1]))
                .findFirst();
    }
}
