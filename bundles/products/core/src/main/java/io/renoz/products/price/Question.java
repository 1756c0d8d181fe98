package io.renoz.products.price;

import io.renoz.products.product.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price that is asked for, of a product that is there. */
record Question(Product product, @Nullable UUID customer, BigDecimal quantity, LocalDate day, Set<UUID> options) {

    /** The same of something in the bundle. */
    Question of(Product component, BigDecimal each) {
        return new Question(component, customer, quantity.multiply(each), day, options);
    }
}
