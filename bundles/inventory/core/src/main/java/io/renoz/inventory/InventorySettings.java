package io.renoz.inventory;

import io.renoz.data.Json;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its stock. */
@Component
public final class InventorySettings implements SettingDeclarations {

    public static final String CATEGORY = "inventory";
    public static final String BACKDATING_DAYS = "stock.backdating_days";
    public static final String VALUATION_LOCK = "stock.valuation_lock_date";
    public static final String DEFAULT_LOCATION = "stock.default_location_id";
    public static final String HOLD_HOURS = "reservation.hold_hours";
    public static final String APPROVAL_LIMIT = "adjustment.approval_limit";
    public static final String SELF_APPROVAL = "count.allow_self_approval";
    public static final String CYCLE_DAYS_A = "count.cycle_days_a";
    public static final String ORDER_COST = "reorder.order_cost";
    public static final String HOLDING_RATE = "reorder.holding_rate_percent";
    public static final String INSPECTION = "receive.inspection_required";

    private static final String MOST_MONEY = "9999999999.99";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.number(
                        CATEGORY, BACKDATING_DAYS, "How many days back stock may be posted", 7, 0, 3650),
                unset(VALUATION_LOCK, "No stock is posted on or before this day"),
                unset(DEFAULT_LOCATION, "Location that receives and ships when none is named"),
                SettingDeclaration.number(
                        CATEGORY, HOLD_HOURS, "Hours a reservation without a firm document lives", 72, 1, 8760),
                decimal(
                        APPROVAL_LIMIT,
                        "Value above which a correction of stock needs approval",
                        "500.00",
                        "0",
                        MOST_MONEY),
                SettingDeclaration.flag(CATEGORY, SELF_APPROVAL, "Whether counters may approve their own count", false),
                SettingDeclaration.number(
                        CATEGORY,
                        CYCLE_DAYS_A,
                        "Days between counts of the products that make most of the value",
                        30,
                        1,
                        3650),
                decimal(ORDER_COST, "Cost of placing an order", "50.00", "0.01", MOST_MONEY),
                decimal(HOLDING_RATE, "Yearly cost of holding stock, in percent of its value", "25.00", "0.01", "1000"),
                SettingDeclaration.flag(
                        CATEGORY, INSPECTION, "Whether receipts wait in quarantine for inspection", false));
    }

    private static SettingDeclaration decimal(String key, String label, String initial, String min, String max) {
        return SettingDeclaration.decimal(CATEGORY, key, label, initial, min, max);
    }

    /** A text that is empty until somebody sets it. */
    private static SettingDeclaration unset(String key, String label) {
        return SettingDeclaration.text(CATEGORY, key, label, "");
    }

    @Override
    public Optional<String> fault(SettingDeclaration setting, Json value) {
        String text = value.text().replace("\"", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (setting.key()) {
            case VALUATION_LOCK -> isDay(text) ? Optional.empty() : Optional.of("A day is written as 2026-06-30.");
            case DEFAULT_LOCATION -> isId(text) ? Optional.empty() : Optional.of("This is the id of a location.");
            default -> Optional.empty();
        };
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
