package io.renoz.products.product;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static io.renoz.products.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import io.renoz.products.Shelf;
import io.renoz.products.Shop;
import io.renoz.products.Vendors;
import io.renoz.products.api.ProductReferenceHolder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UseIT {

    private final Shop shop = new Shop();
    private final Shelf shelf = new Shelf();

    @Test
    @DisplayName("PRD-18: what anybody names, on or off, stays the kind of thing it is; its names may change")
    void staysWhatItIs() {
        UUID product = shop.priced("A", "1").id();
        shop.neighbours.add("orders", (ProductReferenceHolder) id -> id.equals(product) ? 3 : 0);
        shop.neighbours.modulesOn.remove("orders");

        var problem = refusal(() -> shop.patch(product, "{\"isSerialized\":true}"));
        assertThat(problem.slug()).isEqualTo("product-in-use");
        assertThat(problem.members()).containsEntry("references", Map.of("orders", 3));
        assertRefused(() -> shop.patch(product, "{\"type\":\"service\",\"trackInventory\":false}"))
                .isEqualTo("product-in-use");
        assertRefused(() -> shop.patch(product, "{\"trackInventory\":false}")).isEqualTo("product-in-use");
        assertRefused(() -> shop.patch(product, "{\"allowFractional\":true}")).isEqualTo("product-in-use");
        assertThat(shop.patch(product, "{\"name\":\"B\",\"sku\":\"B-1\"}").sku())
                .isEqualTo("B-1");
        assertThat(shop.patch(shop.priced("C", "1").id(), "{\"isSerialized\":true}")
                        .isSerialized())
                .isTrue();
    }

    @Test
    @DisplayName("PRD-18: what is in stock stays the kind of thing it is")
    void staysWhileInStock() {
        UUID product = shop.priced("A", "1").id();
        shelf.put(product, "2", "0");
        shop.neighbours.add("inventory", shelf);

        assertThat(refusal(() -> shop.patch(product, "{\"isSerialized\":true}"))
                        .members()
                        .toString())
                .contains("stock");
    }

    @Test
    @DisplayName("PRD-20: what is in stock or in a live bundle is not deleted")
    void isNotDeletedWhileNeeded() {
        UUID product = shop.priced("A", "1").id();
        UUID bundle = shop.bundle("B").id();
        shop.put(bundle, product, "1");
        shop.neighbours.add("inventory", shelf);
        UUID stocked = shop.priced("S", "1").id();
        shelf.put(stocked, "1", "0");

        assertRefused(() -> shop.organization.run(() -> shop.products.delete(stocked)))
                .isEqualTo("product-in-use");
        assertRefused(() -> shop.organization.run(() -> shop.products.delete(product)))
                .isEqualTo("product-in-use");
        shop.organization.run(() -> shop.products.delete(bundle));
        shop.organization.run(() -> shop.products.delete(product));
        assertRefused(() -> shop.read(product)).isEqualTo("not-found");
        shop.neighbours.modulesOn.remove("inventory");
        shop.organization.run(() -> shop.products.delete(stocked));
    }

    @Test
    @DisplayName("PRD-20: a discontinued product stays readable")
    void staysReadable() {
        UUID product = shop.priced("A", "1").id();
        shop.move(product, "{\"status\":\"discontinued\"}");

        assertThat(shop.read(product).name()).isEqualTo("A");
        assertThat(shop.organization.read(() -> shop.catalog.find(product))).isPresent();
    }

    @Test
    @DisplayName("PRD-19: what is discontinued is sold while there is some left, then its successor is named")
    void sellsWhatIsLeft() {
        UUID product = shop.priced("A", "1").id();
        UUID next = shop.priced("B", "1").id();
        shop.move(product, "{\"status\":\"discontinued\",\"replacedById\":\"" + next + "\"}");

        var problem = refusal(() -> shop.organization.read(() -> shop.catalog.requireSellable(product)));
        assertThat(problem.slug()).isEqualTo("not-sellable");
        assertThat(problem.members()).containsEntry("replacedById", next);
        shop.neighbours.add("inventory", shelf);
        shelf.put(product, "2", "2");
        assertThat(shop.organization
                        .read(() -> shop.catalog.requireSellable(product))
                        .name())
                .isEqualTo("A");
        shelf.put(product, "2", "0");
        assertRefused(() -> shop.organization.read(() -> shop.catalog.requireSellable(product)))
                .isEqualTo("not-sellable");
    }

    @Test
    @DisplayName("PRD-22: a supplier is checked when it is named, and kept while suppliers is off")
    void namesSuppliersThatAreThere() {
        UUID supplier = Ids.next();
        String named = "{\"name\":\"A\",\"preferredSupplierId\":\"" + supplier + "\"}";

        assertRefused(() -> shop.make(named)).isEqualTo("module-disabled");
        Vendors vendors = new Vendors(supplier);
        shop.neighbours.add("suppliers", vendors);
        UUID product = shop.make(named).id();
        assertInvalid(() -> shop.patch(product, "{\"preferredSupplierId\":\"" + Ids.next() + "\"}"))
                .isEqualTo("/preferredSupplierId");
        shop.neighbours.modulesOn.remove("suppliers");
        assertThat(shop.patch(product, "{\"name\":\"B\"}").preferredSupplierId())
                .isEqualTo(supplier);
        assertRefused(() -> shop.patch(product, "{\"preferredSupplierId\":\"" + Ids.next() + "\"}"))
                .isEqualTo("module-disabled");
        assertThat(shop.patch(product, "{\"preferredSupplierId\":null}").preferredSupplierId())
                .isNull();
        assertRefused(() -> shop.patch(product, "{\"warrantyPolicyId\":\"" + Ids.next() + "\"}"))
                .isEqualTo("module-disabled");
    }
}
