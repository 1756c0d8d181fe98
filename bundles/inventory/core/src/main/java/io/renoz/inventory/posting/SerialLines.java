package io.renoz.inventory.posting;

import io.renoz.inventory.serial.SerialNumbers;
import io.renoz.inventory.serial.Units;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** INV-10: the serials that lines name; exactly one a unit for serialized products, none for others, no one twice. */
final class SerialLines {

    private final List<List<String>> typed = new ArrayList<>();
    private final List<List<Units.Key>> keys = new ArrayList<>();
    private final Set<Units.Key> all = new HashSet<>();

    /** Takes a line in; {@code field} is the list of lines with its index. */
    void add(ProductSummary product, BigDecimal quantity, List<String> serials, String field) {
        List<String> single = SerialNumbers.expand(serials, field + "/serials");
        boolean fits = product.isSerialized()
                ? BigDecimal.valueOf(single.size()).compareTo(quantity.abs()) == 0
                : single.isEmpty();
        if (!fits) {
            throw Problem.invalid(
                    field + "/serials",
                    product.isSerialized()
                            ? product.sku() + " needs exactly one serial a unit."
                            : product.sku() + " has no serials.");
        }
        List<Units.Key> found = single.stream()
                .map(serial -> Units.Key.of(product.id(), serial))
                .toList();
        found.forEach(key -> {
            if (!all.add(key)) {
                throw Problem.invalid(field + "/serials", "The serial " + key.serial() + " comes twice.");
            }
        });
        typed.add(single);
        keys.add(found);
    }

    List<Units.Key> of(int line) {
        return keys.get(line);
    }

    /** As it was typed. */
    String typed(int line, int unit) {
        return typed.get(line).get(unit);
    }

    Set<Units.Key> all() {
        return all;
    }

    /** Whether a line names any. */
    boolean any(int line) {
        return !keys.get(line).isEmpty();
    }

    static String field(int line) {
        return "lines/" + line;
    }
}
