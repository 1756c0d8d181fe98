package io.renoz.inventory.location;

import static io.renoz.inventory.Refusals.assertInvalid;
import static io.renoz.inventory.Refusals.assertRefused;
import static io.renoz.inventory.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.inventory.Depot;
import io.renoz.inventory.Wire;
import io.renoz.testing.Organization;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocationIT {

    private final Depot depot = new Depot();

    private LocationResource.View patch(Organization as, UUID id, String json) {
        int version = depot.organization.read(() -> depot.locations.get(id).version());
        return as.ifMatch(version)
                .call(() -> depot.locations.update(id, Wire.patch(json, LocationResource.Input.class)));
    }

    private WarehouseLocationResource.View patchBin(UUID id, String json) {
        int version = depot.organization.read(() -> depot.bins.get(id).version());
        return depot.organization
                .ifMatch(version)
                .call(() -> depot.bins.update(id, Wire.patch(json, WarehouseLocationResource.Input.class)));
    }

    @Test
    @DisplayName("a location comes with its root place, and at most one is the default")
    void comesWithRoot() {
        UUID second = depot.location("second", "\"isDefault\": true");
        assertThat(depot.organization.read(() -> depot.locations.get(second).code()))
                .isEqualTo("SECOND");
        assertThat(depot.organization.read(() -> depot.locations.get(depot.main).isDefault()))
                .isFalse();
        UUID place = depot.root(second);
        var root = depot.organization.read(() -> depot.bins.get(place));
        assertThat(root.isRoot()).isTrue();
        assertThat(root.path()).isEqualTo("SECOND");
    }

    @Test
    @DisplayName("INV-06: only vehicles and virtual places run below zero, and only an admin lets them")
    void belowZero() {
        assertInvalid(() -> depot.location("X", "\"allowNegative\": true")).isEqualTo("/allowNegative");
        UUID van = depot.location("VAN", "\"locationType\": \"vehicle\"");
        Organization keeper = depot.users.acting("inventory.read", "inventory.write");
        assertRefused(() -> patch(keeper, van, "{\"allowNegative\": true}")).isEqualTo("forbidden");
        assertThat(patch(depot.organization, van, "{\"allowNegative\": true}").allowNegative())
                .isTrue();
        assertInvalid(() -> depot.location("Y", "\"assignedUserId\": \"" + depot.users.hired() + "\""))
                .isEqualTo("/assignedUserId");
    }

    @Test
    @DisplayName("INV-23: a location with stock is neither switched off nor deleted, and says why")
    void holdsStock() {
        UUID product = depot.catalog.pieces();
        UUID bin = depot.bin(depot.main, "A1", "");
        depot.receive(product, "1", "1.00");
        var refused = refusal(() -> patch(depot.organization, depot.main, "{\"isActive\": false}"));
        assertThat(refused.slug()).isEqualTo("reference-in-use");
        assertThat(refused.members().get("references")).isEqualTo(Map.of("stock", 1L));
        assertRefused(() -> depot.run(() -> depot.locations.delete(depot.main))).isEqualTo("reference-in-use");
        assertRefused(() -> depot.run(() -> depot.bins.delete(depot.mainRoot))).isEqualTo("reference-in-use");
        depot.run(() -> depot.bins.delete(bin));
        UUID empty = depot.location("EMPTY", "");
        depot.run(() -> depot.locations.delete(empty));
        assertRefused(() -> depot.organization.read(() -> depot.locations.get(empty)))
                .isEqualTo("not-found");
    }

    @Test
    @DisplayName("INV-23: places make a tree whose paths follow, and none is inside itself")
    void tree() {
        UUID aisle = depot.bin(depot.main, "a", "");
        UUID rack = depot.bin(depot.main, "r", "\"parentId\": \"" + aisle + "\"");
        UUID shelf = depot.bin(depot.main, "s", "\"parentId\": \"" + rack + "\"");
        assertThat(path(shelf)).isEqualTo("MAIN/A/R/S");
        patchBin(rack, "{\"parentId\": null}");
        assertThat(path(shelf)).isEqualTo("MAIN/R/S");
        assertInvalid(() -> patchBin(rack, "{\"parentId\": \"" + shelf + "\"}")).isEqualTo("/parentId");
        UUID other = depot.location("OTHER", "");
        assertInvalid(() -> depot.bin(other, "X", "\"parentId\": \"" + aisle + "\""))
                .isEqualTo("/parentId");
    }

    private String path(UUID place) {
        return depot.organization.read(() -> depot.bins.get(place).path());
    }

    @Test
    @DisplayName("INV-24: a module with active reservations stays on, and lists them")
    void keepsTheModuleOn() {
        UUID product = depot.catalog.pieces();
        depot.receive(product, "2", "2.00");
        depot.run(depot.lifecycle::beforeDisable);
        depot.reserve(UUID.randomUUID(), product, "1");
        var refused = refusal(() -> depot.run(depot.lifecycle::beforeDisable));
        assertThat(refused.members().get("reservations")).isEqualTo(List.of("orders.order_line ORD-1"));
    }
}
