package io.renoz.inventory.stock;

import io.renoz.inventory.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** INV-04: from which balances goods are taken; knows nothing of a database. */
public final class Picking {

    /** A balance that could give some. */
    public record Candidate(
            UUID balance,
            UUID product,
            BigDecimal free,
            @Nullable LocalDate expiry,
            boolean atDefault,
            @Nullable Integer pickSequence) {}

    /**
     * What is wanted.
     *
     * @param line whose it is, for the caller
     */
    public record Want(int line, UUID product, BigDecimal quantity) {}

    /** What one balance gives to a line. */
    public record Pick(int line, UUID balance, BigDecimal quantity) {}

    /**
     * Who gets what.
     *
     * @param missing what lines do not get, by line; those that get all are not in it
     */
    public record Result(List<Pick> picks, Map<Integer, BigDecimal> missing) {}

    /** Earliest expiry, then the default location, then the picking walk, then the id. */
    public static final Comparator<Candidate> ORDER = Comparator.comparing(
                    Candidate::expiry, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(candidate -> !candidate.atDefault())
            .thenComparing(Candidate::pickSequence, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(candidate -> candidate.balance().toString());

    private Picking() {}

    /** Serves the wants one after the other. */
    public static Result pick(List<Want> wants, List<Candidate> candidates) {
        var byProduct = new HashMap<UUID, List<Candidate>>();
        candidates.stream().sorted(ORDER).forEach(candidate -> byProduct
                .computeIfAbsent(candidate.product(), id -> new ArrayList<>())
                .add(candidate));
        var left = new HashMap<UUID, BigDecimal>();
        candidates.forEach(
                candidate -> left.put(candidate.balance(), candidate.free().max(Amounts.NO_GOODS)));
        var picks = new ArrayList<Pick>();
        var missing = new HashMap<Integer, BigDecimal>();
        for (Want want : wants) {
            BigDecimal open = want.quantity();
            for (Candidate candidate : byProduct.getOrDefault(want.product(), List.of())) {
                BigDecimal part = open.min(left.getOrDefault(candidate.balance(), Amounts.NO_GOODS));
                if (part.signum() > 0) {
                    picks.add(new Pick(want.line(), candidate.balance(), part));
                    left.merge(candidate.balance(), part.negate(), BigDecimal::add);
                    open = open.subtract(part);
                }
            }
            if (open.signum() > 0) {
                missing.put(want.line(), open);
            }
        }
        return new Result(picks, missing);
    }

    /** The shortages behind what is missing, a product each. */
    public static List<Shortage> shortages(List<Want> wants, Result result) {
        var requested = new java.util.LinkedHashMap<UUID, BigDecimal>();
        var missing = new HashMap<UUID, BigDecimal>();
        wants.forEach(want -> {
            requested.merge(want.product(), want.quantity(), BigDecimal::add);
            missing.merge(
                    want.product(), result.missing().getOrDefault(want.line(), Amounts.NO_GOODS), BigDecimal::add);
        });
        return requested.entrySet().stream()
                .filter(entry ->
                        missing.getOrDefault(entry.getKey(), Amounts.NO_GOODS).signum() > 0)
                .map(entry -> Shortage.of(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().subtract(missing.getOrDefault(entry.getKey(), Amounts.NO_GOODS))))
                .toList();
    }
}
