package io.renoz.orders.order;

import io.renoz.data.Coded;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.orders.api.OrderStatus;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.Crud;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders}. Lines and addresses are written and versioned with their order. */
@Component
@Path("orders")
public final class OrderResource implements Crud<OrderInput, OrderView> {

    private final Tables tables;
    private final Rows<Order, OrderInput, OrderView> orders;
    private final Drafts drafts;
    private final Revision revision;

    @Activate
    public OrderResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrderRows orders,
            @Reference Drafts drafts,
            @Reference Revision revision) {
        this.tables = tables;
        this.orders = orders.rows();
        this.drafts = drafts;
        this.revision = revision;
    }

    @Override
    public Rows<Order, OrderInput, OrderView> records() {
        return orders;
    }

    /** ORD-06: the same client request id makes one order; who repeats it gets that one. */
    @Override
    @Answers({"unsupported-currency", "idempotency-mismatch", "module-disabled"})
    public Created<OrderView> create(OrderInput input) {
        if (input.clientRequestId() == null) {
            return new Created<>(drafts.open(List.of(input)).get(0));
        }
        Optional<OrderView> before =
                drafts.earlier(input.clientRequestId(), Digest.of(input)).map(orders::view);
        return before.map(Created::again)
                .orElseGet(() -> new Created<>(opened(List.of(input)).get(0)));
    }

    @Override
    @Answers({"unsupported-currency", "idempotency-mismatch", "module-disabled"})
    public List<OrderView> add(List<OrderInput> inputs) {
        if (inputs.stream().allMatch(input -> input.clientRequestId() == null)) {
            return drafts.open(inputs);
        }
        Map<String, OrderView> known = new HashMap<>();
        var fresh = new ArrayList<OrderInput>();
        for (OrderInput input : inputs) {
            String key = input.clientRequestId();
            Optional<OrderView> before = key == null
                    ? Optional.empty()
                    : drafts.earlier(key, Digest.of(input)).map(orders::view);
            before.ifPresentOrElse(view -> known.put(key, view), () -> fresh.add(input));
        }
        var made = opened(fresh).iterator();
        return inputs.stream()
                .map(input -> {
                    OrderView before = known.get(input.clientRequestId());
                    return before == null ? made.next() : before;
                })
                .toList();
    }

    private List<OrderView> opened(List<OrderInput> inputs) {
        return drafts.open(inputs, (order, input) -> {
            if (input.clientRequestId() != null) {
                drafts.mark(order, input.clientRequestId(), Digest.of(input));
            }
        });
    }

    /** ORD-07: a draft changes freely, later there is little that does. */
    @Override
    @Answers({"invalid-state", "unsupported-currency", "module-disabled"})
    public OrderView update(UUID id, Patch<OrderInput> patch) {
        return revision.revise(id, patch);
    }

    /** ORD-07: drafts go; anything later is cancelled. */
    @Override
    @Answers("invalid-transition")
    public void delete(UUID id) {
        Order order = tables.lock(Order.class, id);
        if (order.status() != OrderStatus.DRAFT) {
            throw Problem.transition("Only a draft is deleted; anything later is cancelled.")
                    .with("from", Coded.of(order.status()));
        }
        orders.delete(id);
    }
}
