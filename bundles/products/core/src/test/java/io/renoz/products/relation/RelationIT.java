package io.renoz.products.relation;

import static io.renoz.products.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.products.Shop;
import io.renoz.products.Wire;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelationIT {

    private final Shop shop = new Shop();

    private void relate(UUID product, UUID other) {
        shop.in(() -> shop.relations.create(
                product,
                Wire.read(
                        "{\"relatedProductId\":\"" + other + "\",\"relationType\":\"accessory\"}",
                        RelationResource.Input.class)));
    }

    @Test
    void goesWithOthersOnce() {
        UUID product = shop.priced("A", "1").id();
        UUID other = shop.priced("B", "1").id();

        relate(product, other);

        assertThat(shop.organization
                        .read(() -> shop.relations.list(product, ListQuery.first(5)))
                        .items())
                .extracting(RelationResource.View::relatedProductId)
                .containsExactly(other);
        assertThatThrownBy(() -> relate(product, other))
                .hasStackTraceContaining("product_relations_related_product_id_key");
        assertInvalid(() -> relate(product, product)).isEqualTo("/relatedProductId");
        assertInvalid(() -> relate(product, Ids.next())).isEqualTo("/relatedProductId");
    }
}
