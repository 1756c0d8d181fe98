package io.renoz.orders.order;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.orders.OrderSequences;
import io.renoz.problem.Problem;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes drafts, whoever asks for them. */
@Component(service = Drafts.class)
public final class Drafts {

    private final Tables tables;
    private final Rows<Order, OrderInput, OrderView> orders;
    private final Drafting drafting;
    private final Settlement settlement;
    private final OrderSequences numbers;

    @Activate
    public Drafts(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrderRows orders,
            @Reference Drafting drafting,
            @Reference Settlement settlement,
            @Reference OrderSequences numbers) {
        this.tables = tables;
        this.orders = orders.rows();
        this.drafting = drafting;
        this.settlement = settlement;
        this.numbers = numbers;
    }

    /** All of them with their lines and addresses, or none. */
    List<OrderView> open(List<OrderInput> inputs) {
        return open(inputs, (order, input) -> {});
    }

    /** The same; {@code add} gives each draft what no caller may say, before it is priced. */
    public List<OrderView> open(List<OrderInput> inputs, BiConsumer<? super Order, ? super OrderInput> add) {
        LocalDate today = drafting.today();
        Lookup lookup = drafting.look(inputs, today);
        Iterator<String> next = numbers.orders(today, inputs.size()).iterator();
        return orders.createAll(inputs, (order, input) -> {
            order.orderNumber = next.next();
            add.accept(order, input);
            drafting.complete(order, lookup, false);
            settlement.settleNew(order, today);
        });
    }

    /**
     * ORD-06: the order that the same request made before, if it did. Whoever asks with the same key at the same time waits.
     *
     * @throws Problem {@code idempotency-mismatch} when the key made another order
     */
    public Optional<Order> earlier(String clientRequestId, String digest) {
        Locks.of(tables).request(clientRequestId);
        Optional<Order> found = tables.findBy(Order.class, "clientRequestId", clientRequestId);
        found.filter(order -> !digest.equals(order.clientRequestDigest)).ifPresent(order -> {
            throw Problem.of("idempotency-mismatch", "This client request id made another order.")
                    .with("orderId", order.id())
                    .with(List.of(new Problem.FieldError("/clientRequestId", "It made another order.")));
        });
        return found;
    }

    /** Marks a draft as made by a request. */
    public void mark(Order order, String clientRequestId, String digest) {
        order.clientRequestId = clientRequestId;
        order.clientRequestDigest = digest;
    }
}
