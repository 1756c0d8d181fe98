package io.renoz.products.category;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.products.Shop;
import io.renoz.products.Together;
import io.renoz.products.Wire;
import io.renoz.products.category.CategoryMoveResource.Move;
import io.renoz.products.category.CategoryTreeResource.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CategoryIT {

    private final Shop shop = new Shop();

    private UUID make(String name, @Nullable UUID parent) {
        String json = "{\"name\":\"" + name + "\"" + (parent == null ? "" : ",\"parentId\":\"" + parent + "\"") + "}";
        return shop.in(() -> shop.categories.create(Wire.read(json, CategoryResource.Input.class)))
                .body()
                .id();
    }

    private CategoryResource.View move(UUID id, @Nullable UUID parent, @Nullable Integer position) {
        return shop.in(() -> shop.moves.move(id, new Move(parent, position)));
    }

    @Test
    @DisplayName("PRD-12: nothing is above itself, and there are at most six levels")
    void keepsATree() {
        var chain = new ArrayList<UUID>();
        UUID parent = null;
        for (int i = 0; i < 6; i++) {
            parent = make("L" + i, parent);
            chain.add(parent);
        }
        UUID top = make("Top", null);

        assertRefused(() -> make("L6", chain.get(5))).isEqualTo("invalid-hierarchy");
        assertRefused(() -> move(chain.get(0), chain.get(3), null)).isEqualTo("invalid-hierarchy");
        assertRefused(() -> move(chain.get(0), chain.get(0), null)).isEqualTo("invalid-hierarchy");
        assertRefused(() -> move(chain.get(0), top, null)).isEqualTo("invalid-hierarchy");
        assertInvalid(() -> make("X", UUID.randomUUID())).isEqualTo("/parentId");
        assertThat(move(chain.get(5), top, null).parentId()).isEqualTo(top);
    }

    @Test
    @DisplayName("PRD-12: two moves at once close no circle")
    void closesNoCircle() throws Exception {
        UUID a = make("A", null);
        UUID b = make("B", null);

        assertThat(Together.run(() -> move(a, b, null), () -> move(b, a, null))).isEqualTo(1);
    }

    @Test
    @DisplayName("PRD-12: names are unique among siblings whatever the case, at the top too; slugs everywhere")
    void isNamedOnce() {
        UUID a = make("Batteries", null);
        UUID b = make("Cables", null);
        make("Small", a);
        UUID same = make("Small", b);

        assertThatThrownBy(() -> make("BATTERIES", null))
                .hasStackTraceContaining("categories_parent_id_lower_name_key");
        assertThatThrownBy(() -> make("small", a)).hasStackTraceContaining("categories_parent_id_lower_name_key");
        assertThat(shop.in(() -> shop.categories.get(same)).slug()).isEqualTo("small-2");
        UUID odd = make("Über größe!", null);
        assertThat(shop.in(() -> shop.categories.get(odd)).slug()).isEqualTo("uber-gro-e");
    }

    @Test
    @DisplayName("PRD-12: what holds anything goes only when another takes it over")
    void goesWhenEmpty() {
        UUID a = make("A", null);
        UUID child = make("Child", a);
        UUID product =
                shop.make("{\"name\":\"P\",\"categoryId\":\"" + a + "\"}").id();
        UUID b = make("B", null);

        assertRefused(() -> shop.organization.run(() -> shop.categories.delete(a, null)))
                .isEqualTo("reference-in-use");
        assertRefused(() -> shop.organization.run(() -> shop.categories.delete(a, child)))
                .isEqualTo("invalid-parameter");
        shop.organization.run(() -> shop.categories.delete(a, b));

        assertThat(shop.read(product).categoryId()).isEqualTo(b);
        assertThat(shop.in(() -> shop.categories.get(child)).parentId()).isEqualTo(b);
        shop.organization.run(() -> shop.products.delete(product));
        shop.organization.run(() -> shop.categories.delete(child, null));
        shop.organization.run(() -> shop.categories.delete(b, null));
    }

    @Test
    @DisplayName("The tree counts products of each category and of all below it")
    void countsProducts() {
        UUID a = make("A", null);
        UUID child = make("Child", a);
        shop.make("{\"name\":\"P\",\"categoryId\":\"" + a + "\"}");
        shop.make("{\"name\":\"Q\",\"categoryId\":\"" + child + "\"}");

        List<Node> top = shop.organization.read(() -> shop.tree.get()).items();

        assertThat(top).hasSize(1);
        assertThat(top.get(0).products()).isEqualTo(1);
        assertThat(top.get(0).productsBelow()).isEqualTo(2);
        assertThat(top.get(0).children()).extracting(Node::id).containsExactly(child);
        assertThat(shop.organization.read(() -> shop.catalog.countsByCategory(a)))
                .isEqualTo(2);
        assertThat(shop.organization.read(() -> shop.catalog.categoriesBelow(a)))
                .containsExactlyInAnyOrder(a, child);
        assertRefused(() -> shop.organization.read(() -> shop.catalog.countsByCategory(UUID.randomUUID())))
                .isEqualTo("not-found");
    }

    @Test
    @DisplayName("A category takes a place among its siblings")
    void takesAPlace() {
        UUID a = make("A", null);
        UUID b = make("B", null);
        UUID c = make("C", null);
        move(c, null, 0);
        move(a, null, 2);

        assertThat(shop.organization.read(() -> shop.tree.get()).items())
                .extracting(Node::id)
                .containsExactly(c, b, a);
    }
}
