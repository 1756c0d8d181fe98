package io.renoz.inventory.alert;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.Goods;
import io.renoz.inventory.location.Places;
import io.renoz.problem.Problem;
import io.renoz.rest.Crud;
import io.renoz.rest.Example;
import io.renoz.users.api.UserDirectory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/alerts}: what is watched, and whom to tell. */
@Component
@Path("alerts")
public final class AlertResource implements Crud<AlertResource.Input, AlertResource.View> {

    private static final int EXPIRY_DAYS = 30;
    private static final int IDLE_DAYS = 90;
    private static final BigDecimal DEVIATION = new BigDecimal("50.00");

    /**
     * What a caller may set.
     *
     * @param productId every stocked product when left out
     * @param minQuantity for low stock; the product's reorder point when left out
     * @param maxQuantity for overstock, which needs it
     * @param daysBeforeExpiry for expiry, 30 when left out
     * @param daysWithoutMovement for slow movers, 90 when left out
     * @param deviationPercent for forecasts, 50 when left out
     * @param notifyRoles keys of roles; those who may write when left out
     */
    public record Input(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Example("low_stock") InventoryAlertType alertType,
            @Nullable UUID productId,
            @Nullable @Example("null") UUID categoryId,
            @Nullable UUID locationId,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3) @Example("5")
            BigDecimal minQuantity,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3) @Example("50")
            BigDecimal maxQuantity,

            @Nullable @Positive Integer daysBeforeExpiry,
            @Nullable @Positive Integer daysWithoutMovement,

            @Nullable @Positive @Digits(integer = 3, fraction = 2)
            BigDecimal deviationPercent,

            Boolean isActive,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 50) String> notifyRoles,
            @Nullable UUID escalationUserId,
            @Nullable @Positive Integer escalateAfterHours) {

        public Input {
            isActive = isActive == null || isActive;
            if (alertType == InventoryAlertType.OVERSTOCK && maxQuantity == null) {
                throw Problem.invalid("maxQuantity", "Say how much is too much.");
            }
            if (minQuantity != null && maxQuantity != null && maxQuantity.compareTo(minQuantity) < 0) {
                throw Problem.invalid("maxQuantity", "This is less than the least.");
            }
            if (alertType == InventoryAlertType.EXPIRY && daysBeforeExpiry == null) {
                daysBeforeExpiry = EXPIRY_DAYS;
            }
            if (alertType == InventoryAlertType.SLOW_MOVING && daysWithoutMovement == null) {
                daysWithoutMovement = IDLE_DAYS;
            }
            if (alertType == InventoryAlertType.FORECAST_DEVIATION && deviationPercent == null) {
                deviationPercent = DEVIATION;
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            InventoryAlertType alertType,
            @Nullable UUID productId,
            @Nullable UUID categoryId,
            @Nullable UUID locationId,
            @Nullable BigDecimal minQuantity,
            @Nullable BigDecimal maxQuantity,
            @Nullable Integer daysBeforeExpiry,
            @Nullable Integer daysWithoutMovement,
            @Nullable BigDecimal deviationPercent,
            Boolean isActive,
            @Nullable List<String> notifyRoles,
            @Nullable UUID escalationUserId,
            @Nullable Integer escalateAfterHours,
            @Nullable Instant lastTriggeredAt)
            implements Versioned {}

    private final Goods goods;
    private final Places places;
    private final UserDirectory users;
    private final Rows<InventoryAlert, Input, View> alerts;

    @Activate
    public AlertResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Goods goods,
            @Reference Places places,
            @Reference UserDirectory users) {
        this.goods = goods;
        this.places = places;
        this.users = users;
        this.alerts = tables.of(InventoryAlert.class)
                .filter("alertType", "productId", "locationId", "isActive", "categoryId", "createdAt")
                .sort("createdAt", "lastTriggeredAt", "id")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<InventoryAlert, Input, View> records() {
        return alerts;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        return alerts.createAll(inputs, (alert, input) -> check(alert));
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return alerts.update(id, patch, (alert, input) -> check(alert));
    }

    private void check(InventoryAlert alert) {
        UUID product = alert.productId;
        if (product != null && !goods.find(List.of(product)).containsKey(product)) {
            throw Problem.invalid("productId", "There is no such product.");
        }
        UUID category = alert.categoryId;
        if (category != null && goods.categoriesBelow(category).isEmpty()) {
            throw Problem.invalid("categoryId", "There is no such category.");
        }
        if (alert.locationId != null) {
            places.location(alert.locationId, "locationId");
        }
        UUID user = alert.escalationUserId;
        if (user != null && users.find(user).isEmpty()) {
            throw Problem.invalid("escalationUserId", "There is no such user.");
        }
    }
}
