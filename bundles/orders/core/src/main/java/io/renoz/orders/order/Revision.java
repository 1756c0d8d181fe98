package io.renoz.orders.order;

import io.renoz.data.Coded;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.orders.api.OrderStatus;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-07: changes of an order by its callers. */
@Component(service = Revision.class)
public final class Revision {

    /** What may be changed of any order. */
    private static final Set<String> ALWAYS = Set.of(
            "internalNotes", "customerNotes", "assignedTo", "priority", "promisedDate", "metadata", "strictTotals");

    /** What has no bearing on prices and totals. */
    private static final Set<String> APART = Set.of(
            "customerPoNumber",
            "customerPoDate",
            "source",
            "requiredDate",
            "dueDate",
            "deliveryInstructions",
            "clientRequestId",
            "externalRef");

    private final Tables tables;
    private final Rows<Order, OrderInput, OrderView> orders;
    private final Drafting drafting;
    private final Settlement settlement;

    @Activate
    public Revision(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrderRows orders,
            @Reference Drafting drafting,
            @Reference Settlement settlement) {
        this.tables = tables;
        this.orders = orders.rows();
        this.drafting = drafting;
        this.settlement = settlement;
    }

    /** The change that a request asks for, known once it has been laid over what is there. */
    private static final class Asked implements Patch<OrderInput> {

        private final Patch<OrderInput> patch;
        private final Consumer<Asked> check;
        private Set<String> changed = Set.of();

        Asked(Patch<OrderInput> patch, Consumer<Asked> check) {
            this.patch = patch;
            this.check = check;
        }

        @Override
        public OrderInput onto(OrderInput current) {
            OrderInput wanted = patch.onto(current);
            changed = differences(current, wanted);
            check.accept(this);
            return wanted;
        }

        @Override
        public boolean mentions(String field) {
            return patch.mentions(field);
        }

        boolean beyond(Set<String> some) {
            return !some.containsAll(changed);
        }
    }

    private static Set<String> differences(OrderInput one, OrderInput other) {
        var names = new HashSet<String>();
        for (RecordComponent component : OrderInput.class.getRecordComponents()) {
            if (!Objects.equals(value(component, one), value(component, other))) {
                names.add(component.getName());
            }
        }
        return names;
    }

    private static @Nullable Object value(RecordComponent component, OrderInput input) {
        try {
            return component.getAccessor().invoke(input);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Under the caller's If-Match; raises the version once. */
    OrderView revise(UUID id, Patch<OrderInput> patch) {
        Order order = tables.lock(Order.class, id);
        OrderStatus status = order.status();
        var asked = new Asked(patch, one -> {
            if (status != OrderStatus.DRAFT) {
                requireHarmless(one.changed, status);
            }
        });
        return orders.update(id, asked, (row, input) -> {
            if (status == OrderStatus.DRAFT) {
                redraft(row, asked);
            }
            row.strictTotals = null;
        });
    }

    private static void requireHarmless(Set<String> changed, OrderStatus status) {
        List<FieldError> errors = changed.stream()
                .filter(field -> !ALWAYS.contains(field))
                .sorted()
                .map(field -> new FieldError("/" + field, "After the draft this goes through an amendment."))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.of("invalid-state", "An order that is " + Coded.of(status) + " keeps what was agreed.")
                    .with("from", Coded.of(status))
                    .with(errors);
        }
    }

    private void redraft(Order order, Asked asked) {
        var harmless = new HashSet<>(ALWAYS);
        harmless.addAll(APART);
        if (asked.beyond(harmless)) {
            boolean anew = asked.changed.contains("customerId") || asked.changed.contains("orderDate");
            Lookup lookup = drafting.look(order);
            if (asked.changed.contains("customerId") && !asked.changed.contains("addresses")) {
                AddressDrafting.follow(order, lookup);
            }
            order.strictTotals = null;
            drafting.complete(order, lookup, anew && !asked.mentions("lines"));
            settlement.settleNew(order, drafting.today());
        } else if (asked.changed.contains("dueDate")) {
            settlement.settleNew(order, drafting.today());
        }
    }

    /** One more change of a draft, asked for in another way than by a patch of the whole. */
    OrderView change(UUID id, boolean expected, Consumer<? super Order> change) {
        Order locked = tables.lock(Order.class, id);
        Consumer<Order> all = order -> {
            requireDraft(order);
            change.accept(order);
            order.touch();
            drafting.complete(order, drafting.look(order), false);
            settlement.settleNew(order, drafting.today());
        };
        return expected ? orders.changeExpected(locked.id(), all) : orders.change(locked.id(), all);
    }

    /**
     * Refuses a change of what was agreed.
     *
     * @throws Problem {@code invalid-state}
     */
    private static void requireDraft(Order order) {
        if (order.status() != OrderStatus.DRAFT) {
            throw Problem.of("invalid-state", "After the draft this goes through an amendment.")
                    .with("from", Coded.of(order.status()));
        }
    }
}
