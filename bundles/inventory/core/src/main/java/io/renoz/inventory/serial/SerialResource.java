package io.renoz.inventory.serial;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.Goods;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/serials}; units come and go by postings, here is what is told of them. */
@Component
@Path("serials")
public final class SerialResource
        implements Reads<SerialResource.View>, Updates<SerialResource.Input, SerialResource.View> {

    /** What a caller may set. */
    public record Input(
            @Nullable @Size(max = 60) String assetTag,
            @Nullable LocalDate manufacturerWarrantyUntil,
            @Nullable @Size(max = 60) String firmwareVersion,
            @Nullable UUID replacedById,
            @Nullable @Size(max = 2000) String notes) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            String serialNumberRaw,
            String serialNumberNormalized,
            @Nullable String assetTag,
            SerializedItemStatus status,
            @Nullable UUID inventoryId,
            @Nullable UUID sourceReceiptItemId,
            @Nullable UUID supplierId,
            @Nullable UUID orderLineItemId,
            @Nullable UUID shipmentId,
            @Nullable UUID jobId,
            @Nullable UUID customerId,
            @Nullable Instant receivedAt,
            @Nullable Instant shippedAt,
            @Nullable Instant installedAt,
            BigDecimal unitCost,
            @Nullable LocalDate manufacturerWarrantyUntil,
            @Nullable String firmwareVersion,
            @Nullable UUID replacedById,
            @Nullable String notes)
            implements Versioned {}

    /** A unit that was looked up; the same serial may be of several products. */
    public record Found(
            View unit,
            @Nullable String sku,
            @Nullable String productName,
            @Nullable UUID locationId,
            @Nullable UUID warehouseLocationId) {}

    /** All that were found. */
    public record Lookup(List<Found> items) {}

    private final Tables tables;
    private final Goods goods;
    private final Rows<SerializedItem, Input, View> units;

    @Activate
    public SerialResource(@Reference(target = "(domain=inventory)") Tables tables, @Reference Goods goods) {
        this.tables = tables;
        this.goods = goods;
        this.units = tables.of(SerializedItem.class)
                .filter("productId", "status", "serialNumberNormalized", "inventoryId", "customerId")
                .filter("orderLineItemId", "jobId", "shipmentId", "createdAt", "updatedAt")
                .search("serialNumberRaw", "serialNumberNormalized", "assetTag")
                .sort("serialNumberNormalized", "receivedAt", "updatedAt", "id")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<SerializedItem, Input, View> records() {
        return units;
    }

    @GET
    @Path("lookup")
    @Summary("Finds units by a serial, however it is spelled")
    public Lookup lookup(@QueryParam("serial") @NotNull String serial) {
        if (serial == null || serial.isBlank()) {
            throw Problem.parameter("serial", "Say which serial.");
        }
        List<SerializedItem> found = tables.entities()
                .createQuery(
                        "select u from SerializedItem u where u.serialNumberNormalized = :serial order by u.id",
                        SerializedItem.class)
                .setParameter("serial", SerialNumbers.normal(serial))
                .getResultList();
        if (found.isEmpty()) {
            throw Problem.notFound("unit with this serial");
        }
        Map<UUID, ProductSummary> products =
                goods.find(found.stream().map(SerializedItem::product).toList());
        return new Lookup(found.stream()
                .map(unit -> found(unit, products.get(unit.productId)))
                .toList());
    }

    private Found found(SerializedItem unit, @Nullable ProductSummary product) {
        List<Object[]> place = unit.inventoryId == null
                ? List.of()
                : io.renoz.inventory.Sql.rows(
                        tables,
                        "select location_id, warehouse_location_id from inventory.inventory where organization_id = ?1 and id = ?2",
                        unit.inventoryId);
        return new Found(
                units.view(unit),
                product == null ? null : product.sku(),
                product == null ? null : product.name(),
                place.isEmpty() ? null : (UUID) place.get(0)[0],
                place.isEmpty() ? null : (UUID) place.get(0)[1]);
    }
}
