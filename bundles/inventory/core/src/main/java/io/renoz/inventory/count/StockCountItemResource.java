package io.renoz.inventory.count;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.count.CountBodies.ItemInput;
import io.renoz.inventory.count.CountBodies.ItemView;
import io.renoz.inventory.count.CountBodies.Scan;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.inventory.serial.SerialNumbers;
import io.renoz.inventory.stock.BalanceKey;
import io.renoz.inventory.stock.Journal;
import io.renoz.inventory.stock.Journals;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/stock-counts/{id}/items} */
@Component
@Path("stock-counts/{parent}/items")
public final class StockCountItemResource implements PartLists<ItemView> {

    private final Tables tables;
    private final Sheet sheet;
    private final Places places;
    private final Goods goods;
    private final Journals journals;
    private final InventoryCalendar calendar;
    private final Rows<StockCountItem, ItemInput, ItemView> items;

    @Activate
    public StockCountItemResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Sheet sheet,
            @Reference Places places,
            @Reference Goods goods,
            @Reference Journals journals,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.sheet = sheet;
        this.places = places;
        this.goods = goods;
        this.journals = journals;
        this.calendar = calendar;
        this.items = tables.of(StockCountItem.class)
                .within("stockCountId", StockCount.class)
                .filter("status", "productId", "warehouseLocationId", "createdAt")
                .sort("createdAt", "productId", "id")
                .byName(ItemInput.class, ItemView.class);
    }

    @Override
    public Rows<StockCountItem, ItemInput, ItemView> records() {
        return items;
    }

    /** INV-13: who counts blind sees what is expected once the count is over. */
    private ItemView shown(StockCount count, ItemView view) {
        boolean hidden = count.isBlind
                && count.status == StockCountStatus.IN_PROGRESS
                && !Call.current().permits(Permissions.APPROVE);
        return hidden ? view.blind() : view;
    }

    @Override
    public Page<ItemView> list(UUID parent, ListQuery query) {
        StockCount count = tables.require(StockCount.class, parent);
        return items.within(parent).list(query).map(view -> shown(count, view));
    }

    @GET
    @Path("{id}")
    public ItemView get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        StockCount count = tables.require(StockCount.class, parent);
        return shown(count, items.within(parent).get(id));
    }

    @PATCH
    @Path("{id}")
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    @Summary("Writes down what was counted")
    public ItemView update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<ItemInput> patch) {
        Rights.requireEither(Permissions.COUNT, Permissions.COUNT_OWN);
        items.within(parent).get(id);
        StockCount count = counting(parent);
        items.within(parent).update(id, patch, (item, input) -> count(item, input.countedQuantity()));
        count.sum(sheet.items(parent));
        return shown(count, items.within(parent).get(id));
    }

    private void count(StockCountItem item, @Nullable BigDecimal quantity) {
        if (quantity == null) {
            if (item.countedAt != null) {
                throw Problem.invalid("countedQuantity", "What was counted can be counted again, not left open.");
            }
            return;
        }
        item.countedQuantity = Amounts.stored(quantity, "countedQuantity");
        check(item);
        item.count(Call.user().orElse(null), calendar.now());
        sheet.refresh(item);
    }

    private StockCount counting(UUID id) {
        Rights.requireEither(Permissions.COUNT, Permissions.COUNT_OWN);
        StockCount count = tables.lock(StockCount.class, id);
        StockCountResource.requireOwn(places, count.locationId);
        count.requireStatus(StockCountStatus.IN_PROGRESS, StockCountStatus.IN_PROGRESS);
        return count;
    }

    private void check(StockCountItem item) {
        ProductSummary product = goods.find(List.of(item.productId)).get(item.productId);
        if (product == null) {
            return;
        }
        Goods.requireUnit(product, Objects.requireNonNull(item.countedQuantity), "countedQuantity");
        String[] typed = item.countedSerialNumbers;
        if (product.isSerialized()) {
            List<String> serials =
                    SerialNumbers.expand(typed == null ? List.of() : List.of(typed), "countedSerialNumbers");
            if (Objects.requireNonNull(item.countedQuantity).intValue() != serials.size()) {
                throw Problem.invalid("countedSerialNumbers", product.sku() + " needs exactly one serial a unit.");
            }
            item.countedSerialNumbers = serials.toArray(String[]::new);
        } else if (typed != null && typed.length > 0) {
            throw Problem.invalid("countedSerialNumbers", product.sku() + " has no serials.");
        } else {
            item.countedSerialNumbers = null;
        }
    }

    @POST
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    @Summary("Adds a line for a product that was found where none is expected")
    public Created<ItemView> create(@PathParam("parent") UUID parent, Scan scan) {
        StockCount count = counting(parent);
        if (!goods.find(List.of(scan.productId())).containsKey(scan.productId())) {
            throw Problem.invalid("productId", "There is no such product.");
        }
        Place place = places.find(List.of(scan.warehouseLocationId())).get(scan.warehouseLocationId());
        UUID location = count.locationId;
        if (place == null || (location != null && !location.equals(place.locationId()))) {
            throw Problem.invalid("warehouseLocationId", "There is no such place in the location.");
        }
        BalanceKey key = BalanceKey.at(
                place, scan.productId(), scan.lotNumber(), StockStatus.AVAILABLE, StockOwnership.OWN, null);
        Journal journal = journals.claims(new DocumentRef(CountPosting.DOCUMENT, parent, count.countCode));
        journal.lock(List.of(), List.of(key));
        UUID balance = journal.balance(key).id();
        StockCountItem item = sheet.items(parent).stream()
                .filter(one -> one.inventoryId.equals(balance))
                .findFirst()
                .orElseGet(() -> {
                    StockCountItem made = StockCountItem.of(parent, balance, scan.productId(), place.id());
                    sheet.refresh(made);
                    return tables.add(made);
                });
        tables.flush();
        count.sum(sheet.items(parent));
        return new Created<>(shown(count, items.within(parent).get(item.id())));
    }
}
