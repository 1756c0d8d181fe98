package io.renoz.financial.plan;

import io.renoz.financial.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * FIN-11: which payment pays which instalment. Computed from what there is and not from what happened, so that repeating it
 * changes nothing.
 */
final class Allocating {

    private Allocating() {}

    /** A payment that was not voided. */
    record Paid(UUID payment, BigDecimal amount) {}

    /** An instalment; they come in the order in which they are to be paid. */
    record Owed(UUID instalment, BigDecimal amount) {}

    /** So much of a payment for an instalment; they come in the order in which they were made. */
    record Link(UUID instalment, UUID payment, BigDecimal amount) {}

    /**
     * The links there should be.
     *
     * @param payments oldest first
     * @param refunded of them in all; taken back from the newest links
     */
    static List<Link> settle(List<Owed> owed, List<Paid> payments, BigDecimal refunded, List<Link> links) {
        Set<UUID> live = new HashSet<>();
        payments.forEach(payment -> live.add(payment.payment()));
        var kept = new ArrayList<>(
                links.stream().filter(link -> live.contains(link.payment())).toList());
        BigDecimal most =
                Money.sum(payments.stream().map(Paid::amount).toList()).subtract(refunded);
        takeBack(kept, sum(kept).subtract(most));
        BigDecimal room = most.subtract(sum(kept));
        for (Paid payment : payments) {
            BigDecimal rest =
                    payment.amount().subtract(of(kept, payment.payment())).min(room);
            room = room.subtract(rest.max(BigDecimal.ZERO));
            spread(owed, payment.payment(), rest, kept);
        }
        return kept;
    }

    private static void takeBack(List<Link> links, BigDecimal over) {
        BigDecimal left = over;
        for (int i = links.size() - 1; i >= 0 && left.signum() > 0; i--) {
            Link link = links.get(i);
            BigDecimal back = left.min(link.amount());
            left = left.subtract(back);
            if (back.compareTo(link.amount()) == 0) {
                links.remove(i);
            } else {
                links.set(
                        i,
                        new Link(
                                link.instalment(), link.payment(), link.amount().subtract(back)));
            }
        }
    }

    private static void spread(List<Owed> owed, UUID payment, BigDecimal amount, List<Link> links) {
        BigDecimal left = amount;
        for (Owed one : owed) {
            BigDecimal paid = Money.sum(links.stream()
                    .filter(link -> link.instalment().equals(one.instalment()))
                    .map(Link::amount)
                    .toList());
            BigDecimal part = left.min(one.amount().subtract(paid));
            if (part.signum() > 0) {
                add(links, new Link(one.instalment(), payment, part));
                left = left.subtract(part);
            }
        }
    }

    /** The same payment pays an instalment once, if by more. */
    private static void add(List<Link> links, Link more) {
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (link.instalment().equals(more.instalment()) && link.payment().equals(more.payment())) {
                links.set(
                        i,
                        new Link(
                                link.instalment(), link.payment(), link.amount().add(more.amount())));
                return;
            }
        }
        links.add(more);
    }

    private static BigDecimal of(List<Link> links, UUID payment) {
        return sum(links.stream().filter(link -> link.payment().equals(payment)).toList());
    }

    private static BigDecimal sum(List<Link> links) {
        return Money.sum(links.stream().map(Link::amount).toList());
    }

    /** Oldest due date first; those without one last. */
    static Comparator<Instalment> byDay() {
        return Comparator.comparing(
                        (Instalment instalment) -> instalment.dueDate, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingInt(instalment -> instalment.installmentNo);
    }
}
