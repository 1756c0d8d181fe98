package io.renoz.inventory.count;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.assertRefused;
import static io.renoz.inventory.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.inventory.Depot;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.Together;
import io.renoz.inventory.Wire;
import io.renoz.inventory.count.CountBodies.Input;
import io.renoz.inventory.count.CountBodies.ItemInput;
import io.renoz.inventory.count.CountBodies.ItemView;
import io.renoz.inventory.count.CountBodies.Scan;
import io.renoz.inventory.count.CountBodies.View;
import io.renoz.problem.Problem;
import io.renoz.testing.Organization;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CountIT {

    private final Depot depot = new Depot();
    private final UUID product = depot.catalog.pieces();
    private final Organization keeper = depot.users.acting("inventory.read", "inventory.count");
    private final Organization boss = depot.users.acting("inventory.read", "inventory.count", "inventory.approve");

    private UUID started(String more) {
        View made = depot.in(() -> depot.counts
                .create(Wire.read("{\"locationId\": \"" + depot.main + "\"" + more + "}", Input.class))
                .body());
        depot.in(() -> depot.counts.start(made.id()));
        return made.id();
    }

    private List<ItemView> items(Organization as, UUID count) {
        return as.read(() -> depot.countItems.list(count, ListQuery.first(50)).items());
    }

    private ItemView count(Organization as, UUID count, ItemView item, String quantity, String more) {
        int version = as.read(() -> depot.countItems.get(count, item.id()).version());
        return as.ifMatch(version)
                .call(() -> depot.countItems.update(
                        count,
                        item.id(),
                        Wire.patch("{\"countedQuantity\": " + quantity + more + "}", ItemInput.class)));
    }

    @Test
    @DisplayName("INV-13: the sheet has a line for every balance in scope, blind ones hide what is expected")
    void sheet() {
        View empty =
                depot.in(() -> depot.counts.create(Wire.read("{}", Input.class)).body());
        assertRefused(() -> depot.in(() -> depot.counts.start(empty.id()))).isEqualTo("nothing-to-count");
        List<UUID> two = depot.catalog.category();
        UUID category = two.get(0);
        UUID below = two.get(1);
        UUID inside = depot.catalog.add(false, false, true, below, "0");
        depot.receive(product, "5", "5.00");
        depot.receive(inside, "7", "7.00");
        UUID count = started(", \"categoryId\": \"" + category + "\"");
        assertThat(items(boss, count)).extracting(ItemView::productId).containsExactly(inside);
        assertThat(items(boss, count).get(0).expectedQuantity()).isEqualByComparingTo("7");
        assertThat(items(keeper, count).get(0).expectedQuantity()).isNull();
        UUID stray = depot.catalog.pieces();
        ItemView scanned = boss.call(() -> depot.countItems
                .create(count, new Scan(stray, depot.mainRoot, null))
                .body());
        assertThat(scanned.expectedQuantity()).isEqualByComparingTo("0");
        assertThat(depot.organization.read(() -> depot.counts.get(count).itemsTotal()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("INV-14: all lines are counted before it is handed in, then all variances are posted at once")
    void completing() {
        UUID other = depot.catalog.pieces();
        depot.receive(product, "100", "250.00");
        depot.receive(other, "100", "100.00");
        UUID count = started("");
        List<ItemView> items = items(boss, count);
        count(keeper, count, items.get(0), "98", ", \"varianceReason\": \"lost\"");
        Problem open = refusal(() -> keeper.call(() -> depot.counts.submit(count)));
        assertThat(open.slug()).isEqualTo("count-incomplete");
        assertThat(open.members().get("items")).isEqualTo(List.of(items.get(1).id()));
        count(keeper, count, items.get(1), "101", "");
        View done = keeper.call(() -> depot.counts.submit(count));
        assertThat(done.status()).isEqualTo(StockCountStatus.COMPLETED);
        assertThat(done.itemsWithVariance()).isEqualTo(2);
        assertThat(done.varianceValue()).isEqualByComparingTo("-4.00");
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("98");
        assertThat(depot.only(product).lastCountedAt()).isNotNull();
        assertThat(depot.only(other).totalValue()).isEqualByComparingTo("101.00");
        assertThat(depot.contradictions()).isEmpty();
        assertRefused(() -> keeper.call(() -> depot.counts.submit(count))).isEqualTo("invalid-transition");
        assertRefused(() -> keeper.call(() -> depot.counts.cancel(count))).isEqualTo("invalid-transition");
        assertRefused(() -> count(keeper, count, items.get(0), "1", "")).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("INV-14: a line whose stock moved since goes to recount, and the call says which")
    void stockMoved() {
        depot.receive(product, "10", "10.00");
        UUID count = started("");
        ItemView item = items(boss, count).get(0);
        count(keeper, count, item, "10", "");
        depot.ship(Ids.next(), product, "1");
        Problem changed = refusal(() -> keeper.call(() -> depot.counts.submit(count)));
        assertThat(changed.slug()).isEqualTo("stock-changed");
        assertThat(changed.members().get("items")).isEqualTo(List.of(item.id()));
        assertThat(items(boss, count).get(0).status()).isEqualTo(CountItemStatus.RECOUNT);
        count(keeper, count, item, "9", "");
        assertThat(keeper.call(() -> depot.counts.submit(count)).status()).isEqualTo(StockCountStatus.COMPLETED);
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("9");
    }

    @Test
    @DisplayName("INV-15: a large variance is reviewed by somebody who counted none of the lines")
    void review() {
        depot.receive(product, "10", "10.00");
        UUID count = started("");
        count(boss, count, items(boss, count).get(0), "8", "");
        assertThat(keeper.call(() -> depot.counts.submit(count)).status()).isEqualTo(StockCountStatus.IN_REVIEW);
        assertRefused(() -> boss.call(() -> depot.counts.approve(count))).isEqualTo("self-approval");
        depot.neighbours.settings.put(InventorySettings.SELF_APPROVAL, new Json("true"));
        View done = boss.call(() -> depot.counts.approve(count));
        assertThat(done.status()).isEqualTo(StockCountStatus.COMPLETED);
        assertThat(done.approvedBy()).isNotNull();
        assertThat(items(boss, count).get(0).status()).isEqualTo(CountItemStatus.REVIEWED);
        assertThat(depot.only(product).quantityOnHand()).isEqualByComparingTo("8");
    }

    @Test
    @DisplayName("INV-14: allocated stock is not counted away")
    void allocated() {
        depot.receive(product, "10", "10.00");
        depot.reserve(Ids.next(), product, "10");
        UUID count = started(", \"varianceThreshold\": 100");
        count(keeper, count, items(boss, count).get(0), "9", "");
        assertRefused(() -> keeper.call(() -> depot.counts.submit(count))).isEqualTo("insufficient-stock");
    }

    @Test
    @DisplayName("INV-11: serials that are not found are gone, those found are taken in")
    void serials() {
        UUID device = depot.catalog.serialized();
        depot.receive(device, "3", "30.00", "1-3");
        UUID count = started(", \"varianceThreshold\": 100");
        ItemView item = items(boss, count).get(0);
        assertInvalid(() -> count(keeper, count, item, "3", "")).isEqualTo("/countedSerialNumbers");
        count(keeper, count, item, "3", ", \"countedSerialNumbers\": [\"1-2\", \"9\"]");
        keeper.call(() -> depot.counts.submit(count));
        assertThat(depot.organization.read(() -> depot.registry.find("9"))).hasSize(1);
        assertThat(depot.contradictions()).isEmpty();
    }

    @Test
    @DisplayName("INV-22: a technician counts the own vehicle only")
    void technicians() {
        UUID tech = depot.users.hired();
        UUID van = depot.location("VAN", "\"locationType\": \"vehicle\", \"assignedUserId\": \"" + tech + "\"");
        Organization acting = depot.organization.as(tech, "inventory.read", "inventory.count_own");
        acting.call(() -> depot.counts.create(Wire.read("{\"locationId\": \"" + van + "\"}", Input.class)));
        assertRefused(() -> acting.call(() -> depot.counts.create(Wire.read("{}", Input.class))))
                .isEqualTo("forbidden");
    }

    @Test
    @DisplayName("INV-14: counts that are completed while stock is shipped, moved and received never lose goods")
    void races() throws Exception {
        depot.receive(product, "50", "99.99");
        UUID bin = depot.bin(depot.main, "B", "");
        Together.run(IntStream.range(0, 16)
                .<Callable<?>>mapToObj(i -> () -> {
                    for (int n = 0; n < 6; n++) {
                        work(i, bin);
                    }
                    return i;
                })
                .toArray(Callable<?>[]::new));
        assertThat(depot.contradictions()).isEmpty();
    }

    private void work(int client, UUID bin) {
        try {
            switch (client % 4) {
                case 0 -> depot.ship(Ids.next(), product, "1");
                case 1 -> depot.receive(product, "1", "2.22");
                case 2 ->
                    depot.act(depot.stock::move, io.renoz.inventory.posting.StockBodies.Moving.class, """
                        {"lines": [{"productId": "%s", "fromWarehouseLocationId": "%s", "toWarehouseLocationId": "%s", "quantity": 1}]}
                        """.formatted(
                                    product, depot.mainRoot, bin));
                default -> {
                    UUID count = started(", \"varianceThreshold\": 100");
                    for (ItemView item : items(boss, count)) {
                        count(keeper, count, item, String.valueOf(item.expectedQuantity()), "");
                    }
                    keeper.call(() -> depot.counts.submit(count));
                }
            }
        } catch (Problem problem) {
            assertThat(problem.slug()).isIn("insufficient-stock", "stock-changed");
        }
    }
}
