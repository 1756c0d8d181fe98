package io.renoz.products.product;

import static io.renoz.products.api.ProductStatus.ACTIVE;
import static io.renoz.products.api.ProductStatus.DISCONTINUED;
import static io.renoz.products.api.ProductStatus.DRAFT;
import static io.renoz.products.api.ProductStatus.INACTIVE;

import io.renoz.data.Coded;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductStatus;
import java.util.Map;
import java.util.Set;

/** Which state of a product may follow which. */
final class LifeCycle {

    private static final Map<ProductStatus, Set<ProductStatus>> NEXT = Map.of(
            DRAFT, Set.of(ACTIVE),
            ACTIVE, Set.of(INACTIVE, DISCONTINUED),
            INACTIVE, Set.of(ACTIVE, DISCONTINUED),
            DISCONTINUED, Set.of(ACTIVE));

    private LifeCycle() {}

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition} with the members {@code from} and {@code to}
     */
    static void check(ProductStatus from, ProductStatus to) {
        if (!NEXT.getOrDefault(from, Set.of()).contains(to)) {
            throw Problem.transition("A product that is " + Coded.of(from) + " cannot become " + Coded.of(to) + ".")
                    .with("from", Coded.of(from))
                    .with("to", Coded.of(to));
        }
    }
}
