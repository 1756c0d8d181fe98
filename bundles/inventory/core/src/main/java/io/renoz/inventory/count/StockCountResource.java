package io.renoz.inventory.count;

import io.renoz.data.Call;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.InventorySequences;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.count.CountBodies.Input;
import io.renoz.inventory.count.CountBodies.View;
import io.renoz.inventory.location.Place;
import io.renoz.inventory.location.Places;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Crud;
import io.renoz.rest.Summary;
import io.renoz.settings.api.SettingsReader;
import io.renoz.users.api.UserDirectory;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/stock-counts} */
@Component
@Path("stock-counts")
public final class StockCountResource implements Crud<Input, View> {

    private final Tables tables;
    private final Sheet sheet;
    private final CountPosting posting;
    private final Places places;
    private final Goods goods;
    private final UserDirectory users;
    private final InventorySequences sequences;
    private final InventoryCalendar calendar;
    private final SettingsReader settings;
    private final Transactions transactions;
    private final Rows<StockCount, Input, View> counts;

    @Activate
    public StockCountResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Sheet sheet,
            @Reference CountPosting posting,
            @Reference Places places,
            @Reference Goods goods,
            @Reference UserDirectory users,
            @Reference InventorySequences sequences,
            @Reference InventoryCalendar calendar,
            @Reference SettingsReader settings,
            @Reference Transactions transactions) {
        this.tables = tables;
        this.sheet = sheet;
        this.posting = posting;
        this.places = places;
        this.goods = goods;
        this.users = users;
        this.sequences = sequences;
        this.calendar = calendar;
        this.settings = settings;
        this.transactions = transactions;
        this.counts = tables.of(StockCount.class)
                .filter("status", "countType", "locationId", "assignedTo", "scheduledFor", "createdAt", "countCode")
                .search("countCode")
                .sort("-createdAt", "countCode", "scheduledFor", "id")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<StockCount, Input, View> records() {
        return counts;
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Created<View> create(Input input) {
        return Crud.super.create(input);
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    public Page<View> createAll(Bulk<Input> inputs) {
        return Crud.super.createAll(inputs);
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Rights.requireEither(Permissions.COUNT, Permissions.COUNT_OWN);
        int unnamed =
                (int) inputs.stream().filter(input -> input.countCode() == null).count();
        Iterator<String> numbers =
                sequences.next(InventorySequences.COUNT, unnamed).iterator();
        return counts.createAll(inputs, (count, input) -> {
            check(count);
            count.countCode = input.countCode() == null ? numbers.next() : input.countCode();
        });
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    public View update(UUID id, Patch<Input> patch) {
        StockCount count = locked(id);
        count.requireStatus(StockCountStatus.DRAFT, StockCountStatus.DRAFT);
        String code = count.countCode;
        return counts.update(id, patch, (changed, input) -> {
            changed.countCode = input.countCode() == null ? code : input.countCode();
            check(changed);
        });
    }

    @Override
    @Allow(Allow.SIGNED_IN)
    @Answers("invalid-transition")
    public void delete(UUID id) {
        locked(id).requireStatus(StockCountStatus.DRAFT, StockCountStatus.CANCELLED);
        counts.delete(id);
    }

    private StockCount locked(UUID id) {
        Rights.requireEither(Permissions.COUNT, Permissions.COUNT_OWN);
        StockCount count = tables.lock(StockCount.class, id);
        requireOwn(places, count.locationId);
        return count;
    }

    /** INV-22: a technician counts the own vehicle. */
    static void requireOwn(Places places, @Nullable UUID location) {
        Rights.requireOwn(
                Permissions.COUNT, Permissions.COUNT_OWN, () -> location == null ? null : places.assignee(location));
    }

    private void check(StockCount count) {
        UUID location = count.locationId;
        if (location != null) {
            places.location(location, "locationId");
        }
        requireOwn(places, location);
        UUID placeId = count.warehouseLocationId;
        if (placeId != null) {
            Place place = places.find(List.of(placeId)).get(placeId);
            if (place == null || (location != null && !place.locationId().equals(location))) {
                throw Problem.invalid("warehouseLocationId", "There is no such place in the location.");
            }
        }
        UUID category = count.categoryId;
        if (category != null && goods.categoriesBelow(category).isEmpty()) {
            throw Problem.invalid("categoryId", "There is no such category.");
        }
        UUID user = count.assignedTo;
        if (user != null && users.find(user).isEmpty()) {
            throw Problem.invalid("assignedTo", "There is no such user.");
        }
    }

    @POST
    @Path("{id}/start")
    @Allow(Allow.SIGNED_IN)
    @Summary("Writes the count sheet from the present balances")
    @Answers({"invalid-transition", "nothing-to-count"})
    public View start(@PathParam("id") UUID id) {
        locked(id).require(StockCountStatus.IN_PROGRESS);
        return counts.change(id, count -> {
            count.requireStatus(StockCountStatus.DRAFT, StockCountStatus.IN_PROGRESS);
            count.start(sheet.write(count), calendar.now());
        });
    }

    @POST
    @Path("{id}/submit")
    @Allow(Allow.SIGNED_IN)
    @Summary("Hands the count in for review, or completes it when nothing needs review")
    @Answers({"invalid-transition", "count-incomplete", "stock-changed", "insufficient-stock", "serial-conflict"})
    public View submit(@PathParam("id") UUID id) {
        Rights.requireEither(Permissions.COUNT, Permissions.COUNT_OWN);
        StockCount found = tables.require(StockCount.class, id);
        found.requireStatus(StockCountStatus.IN_PROGRESS, StockCountStatus.IN_REVIEW);
        requireStill(found, sheet.items(id));
        locked(id).requireStatus(StockCountStatus.IN_PROGRESS, StockCountStatus.IN_REVIEW);
        return counts.change(id, count -> {
            List<StockCountItem> items = sheet.items(id);
            requireAll(items);
            count.sum(items);
            if (items.stream().anyMatch(item -> item.needsReview(count.varianceThreshold))) {
                count.status = StockCountStatus.IN_REVIEW;
            } else {
                posting.complete(count, items);
            }
        });
    }

    /** INV-14: every line is counted. */
    private static void requireAll(List<StockCountItem> items) {
        List<UUID> open = items.stream()
                .filter(item -> !item.counted())
                .map(StockCountItem::id)
                .toList();
        if (!open.isEmpty()) {
            throw Problem.of("count-incomplete", open.size() + " lines are not counted.")
                    .with("items", open);
        }
    }

    /**
     * INV-14: lines whose stock moved since go to recount, whatever becomes of this call; a count that was in review goes back.
     */
    private void requireStill(StockCount count, List<StockCountItem> items) {
        List<StockCountItem> moved = sheet.moved(items);
        if (!moved.isEmpty()) {
            List<UUID> ids = moved.stream().map(StockCountItem::id).toList();
            transactions.apart(Call.current(), () -> {
                ids.forEach(item -> tables.lock(StockCountItem.class, item).recount());
                StockCount again = tables.lock(StockCount.class, count.id());
                if (again.status == StockCountStatus.IN_REVIEW) {
                    again.status = StockCountStatus.IN_PROGRESS;
                }
                return Boolean.TRUE;
            });
            throw CountPosting.changed(moved);
        }
    }

    @POST
    @Path("{id}/approve")
    @Allow(Permissions.APPROVE)
    @Summary("Accepts the variances and posts them")
    @Answers({"invalid-transition", "self-approval", "stock-changed", "insufficient-stock", "serial-conflict"})
    public View approve(@PathParam("id") UUID id) {
        StockCount found = tables.require(StockCount.class, id);
        found.requireStatus(StockCountStatus.IN_REVIEW, StockCountStatus.COMPLETED);
        List<StockCountItem> before = sheet.items(id);
        UUID user = Call.user().orElse(null);
        boolean self = user != null && before.stream().anyMatch(item -> user.equals(item.countedBy));
        if (self && !settings.getBoolean(InventorySettings.CATEGORY, InventorySettings.SELF_APPROVAL)) {
            throw Problem.of("self-approval", "Somebody who counted none of the lines approves the count.");
        }
        requireStill(found, before);
        tables.lock(StockCount.class, id).requireStatus(StockCountStatus.IN_REVIEW, StockCountStatus.COMPLETED);
        return counts.change(id, count -> {
            List<StockCountItem> items = sheet.items(id);
            posting.complete(count, items);
            items.forEach(item -> item.review(user, calendar.now()));
            count.approve(user, calendar.now());
        });
    }

    @POST
    @Path("{id}/cancel")
    @Allow(Allow.SIGNED_IN)
    @Summary("Stops a count without posting")
    @Answers("invalid-transition")
    public View cancel(@PathParam("id") UUID id) {
        locked(id).require(StockCountStatus.CANCELLED);
        return counts.change(id, count -> count.status = StockCountStatus.CANCELLED);
    }
}
