package io.renoz.orders.order;

import io.renoz.customers.api.CreditPolicy;
import io.renoz.data.Tables;
import io.renoz.orders.api.OrderStatus;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-09: whether a customer may owe so much more. The customer is locked before. */
@Component(service = CreditCheck.class)
public final class CreditCheck {

    private static final String EXPOSURE = "select sum(o.balanceDue) from Order o where o.customerId = :customer"
            + " and o.balanceDue > 0 and o.status not in :closed and o.deletedAt is null";

    private final Tables tables;
    private final CreditPolicy policy;

    @Activate
    public CreditCheck(@Reference(target = "(domain=orders)") Tables tables, @Reference CreditPolicy policy) {
        this.tables = tables;
        this.policy = policy;
    }

    /** What speaks against the customer's owing {@code more} than it does by its confirmed orders. */
    public Optional<Problem> against(UUID customer, BigDecimal more) {
        BigDecimal limit = policy.standing(customer).limit();
        if (limit == null) {
            return Optional.empty();
        }
        BigDecimal exposure = owed(customer).add(more);
        BigDecimal excess = exposure.subtract(limit);
        return excess.signum() <= 0
                ? Optional.empty()
                : Optional.of(Problem.of("credit-limit-exceeded", "The customer would owe more than it may.")
                        .with("limit", limit)
                        .with("exposure", exposure)
                        .with("excess", excess));
    }

    private BigDecimal owed(UUID customer) {
        BigDecimal sum = tables.entities()
                .createQuery(EXPOSURE, BigDecimal.class)
                .setParameter("customer", customer)
                .setParameter("closed", List.of(OrderStatus.DRAFT, OrderStatus.CANCELLED))
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return Objects.requireNonNullElse(sum, BigDecimal.ZERO);
    }
}
