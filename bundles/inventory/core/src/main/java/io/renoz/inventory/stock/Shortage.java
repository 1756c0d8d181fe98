package io.renoz.inventory.stock;

import io.renoz.inventory.Amounts;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** INV-03: what is wanted of a product and what there is. */
public record Shortage(UUID productId, BigDecimal requested, BigDecimal available) {

    public static Shortage of(UUID product, BigDecimal requested, BigDecimal available) {
        return new Shortage(product, requested, available);
    }

    /** 409 {@code insufficient-stock} of this one. */
    public Problem problem() {
        return problem(List.of(this));
    }

    /** 409 {@code insufficient-stock} with the figures of each product. */
    public static Problem problem(Collection<Shortage> shortages) {
        return Problem.of("insufficient-stock", "There is not enough stock of " + shortages.size() + " product(s).")
                .with("shortages", shortages.stream().map(Shortage::member).toList());
    }

    private Map<String, Object> member() {
        var member = new LinkedHashMap<String, Object>();
        member.put("productId", productId);
        member.put("requested", requested);
        member.put("available", available);
        member.put("short", requested.subtract(available).max(Amounts.NO_GOODS));
        return member;
    }
}
