package io.renoz.inventory.stock;

import io.renoz.inventory.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The arithmetic of cost layers; knows nothing of a database. */
final class Fifo {

    /** INV-07: first in, first out over the time of receipt, then the id. */
    static final Comparator<Slice> ORDER =
            Comparator.comparing(Slice::receivedAt).thenComparing(slice -> String.valueOf(slice.layer()));

    /**
     * What was taken.
     *
     * @param taken parts of the layers, in the order in which they went
     * @param missing what no layer had
     */
    record Outcome(List<Slice> taken, BigDecimal missing) {

        BigDecimal cost() {
            return taken.stream().map(Slice::cost).reduce(Amounts.NO_MONEY, BigDecimal::add);
        }
    }

    /**
     * Goods that came to a balance below zero.
     *
     * @param left what remains of them once the debt is served; null when all of them served it
     * @param correction what the value of the debt was off, to be added to the value of the stock
     */
    record Settlement(@Nullable Slice left, BigDecimal correction) {}

    private Fifo() {}

    /**
     * Takes goods from layers.
     *
     * @param preferred a layer to take from before all others; null for none
     */
    static Outcome take(List<Slice> layers, BigDecimal quantity, @Nullable UUID preferred) {
        var order = new ArrayList<>(layers);
        order.sort(Comparator.<Slice, Boolean>comparing(slice -> preferred == null || !preferred.equals(slice.layer()))
                .thenComparing(ORDER));
        var taken = new ArrayList<Slice>();
        BigDecimal open = quantity;
        for (Slice layer : order) {
            if (open.signum() <= 0) {
                break;
            }
            if (!layer.empty()) {
                Slice part = layer.part(open.min(layer.quantity()));
                taken.add(part);
                open = open.subtract(part.quantity());
            }
        }
        return new Outcome(taken, open.max(BigDecimal.ZERO).setScale(3, RoundingMode.UNNECESSARY));
    }

    /**
     * INV-06: goods that come to a balance below zero serve first what is missing, which was posted at the last known cost.
     *
     * @param missing how many units are, above 0
     * @param debt their value as posted, 0 or above
     */
    static Settlement settle(BigDecimal missing, BigDecimal debt, Slice incoming) {
        BigDecimal served = missing.min(incoming.quantity());
        Slice used = incoming.part(served);
        BigDecimal posted =
                served.compareTo(missing) == 0 ? debt : debt.multiply(served).divide(missing, 2, RoundingMode.HALF_UP);
        Slice left = incoming.without(used);
        return new Settlement(left.empty() ? null : left, posted.subtract(used.cost()));
    }

    /**
     * INV-16: spreads a change of value over layers in proportion to what they hold; the last one takes the rest.
     *
     * @return what is added to each layer, in their order; empty when one of them would fall below zero, or there are none
     */
    static List<BigDecimal> spread(List<Slice> layers, BigDecimal change) {
        BigDecimal total = layers.stream().map(Slice::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>();
        BigDecimal open = change;
        for (int i = 0; i < layers.size(); i++) {
            Slice layer = layers.get(i);
            BigDecimal share = i == layers.size() - 1
                    ? open
                    : change.multiply(layer.quantity()).divide(total, 2, RoundingMode.HALF_UP);
            if (layer.cost().add(share).signum() < 0) {
                return spreadByValue(layers, change);
            }
            shares.add(share);
            open = open.subtract(share);
        }
        return shares;
    }

    /** Where an even share would be more than a layer is worth, each gives of its worth. */
    private static List<BigDecimal> spreadByValue(List<Slice> layers, BigDecimal change) {
        BigDecimal worth = layers.stream().map(Slice::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (worth.add(change).signum() < 0) {
            return List.of();
        }
        var shares = new ArrayList<BigDecimal>();
        BigDecimal open = change;
        for (Slice layer : layers) {
            BigDecimal share = open.max(layer.cost().negate());
            shares.add(share);
            open = open.subtract(share);
        }
        return shares;
    }
}
