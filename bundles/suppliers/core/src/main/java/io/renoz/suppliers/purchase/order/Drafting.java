package io.renoz.suppliers.purchase.order;

import io.renoz.data.Patch;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NumberSequences;
import io.renoz.suppliers.Sequences;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes purchase orders, whoever asks for it, and changes them while they are drafts. */
@Component(service = Drafting.class)
public final class Drafting {

    /** SUP-03: what may be edited of an order that was sent. */
    private static final Set<String> ALWAYS = Set.of("notes", "internalNotes", "expectedDeliveryDate");

    private static final List<String> FIELDS = List.of(
            "supplierId",
            "orderDate",
            "requiredDate",
            "expectedDeliveryDate",
            "shipToLocationId",
            "shipToName",
            "shipToStreet1",
            "shipToStreet2",
            "shipToCity",
            "shipToState",
            "shipToPostcode",
            "shipToCountry",
            "currency",
            "exchangeRate",
            "exchangeDate",
            "pricesIncludeTax",
            "discountAmount",
            "shippingAmount",
            "subtotal",
            "taxAmount",
            "totalAmount",
            "totalAmountBase",
            "paymentTerms",
            "supplierReference",
            "internalReference",
            "notes",
            "internalNotes",
            "metadata",
            "items");

    private final OrderRows orders;
    private final FactBook facts;
    private final NumberSequences sequences;

    @Activate
    public Drafting(@Reference OrderRows orders, @Reference FactBook facts, @Reference NumberSequences sequences) {
        this.orders = orders;
        this.facts = facts;
        this.sequences = sequences;
    }

    /** All of them with their lines, or none. */
    public List<OrderView> draft(List<OrderInput> inputs) {
        return draft(inputs, (order, input) -> {});
    }

    /** The same; {@code also} gives each order what its input does not say. */
    List<OrderView> draft(List<OrderInput> inputs, BiConsumer<PurchaseOrder, OrderInput> also) {
        orders.shareSuppliers(inputs.stream().map(OrderInput::supplierId).toList());
        OrderFacts known = facts.about(inputs);
        Iterator<String> numbers = sequences
                .next(Sequences.PURCHASE_ORDER.key(), known.today(), inputs.size())
                .iterator();
        return orders.rows().createAll(inputs, (order, input) -> {
            order.poNumber = numbers.next();
            also.accept(order, input);
            known.complete(order);
            known.requireTrusted(order);
        });
    }

    /**
     * SUP-03: a draft is edited at will, an order that was sent only in its notes and the day it is expected.
     *
     * @throws Problem {@code invalid-state}
     */
    public OrderView edit(UUID id, Patch<OrderInput> patch) {
        PurchaseOrder held = orders.held(id);
        boolean draft = held.status() == PurchaseOrderStatus.DRAFT;
        if (!draft) {
            requireFree(held, patch);
        }
        held.nextLine(); // before lines go
        return orders.rows().update(id, patch, (order, input) -> {
            if (draft) {
                orders.unflushed(() -> facts.about(List.of(input))).complete(order);
            }
        });
    }

    private static void requireFree(PurchaseOrder order, Patch<OrderInput> patch) {
        boolean sent = order.status() != PurchaseOrderStatus.PENDING_APPROVAL
                && order.status() != PurchaseOrderStatus.APPROVED;
        List<Problem.FieldError> fixed = FIELDS.stream()
                .filter(patch::mentions)
                .filter(field -> !sent || !ALWAYS.contains(field))
                .map(field -> new Problem.FieldError("/" + field, "This is changed by an amendment, if at all."))
                .toList();
        if (!fixed.isEmpty()) {
            throw Problem.of("invalid-state", "Only a draft is edited at will.")
                    .with(fixed)
                    .with("status", io.renoz.data.Coded.of(order.status()));
        }
    }

    /** SUP-03: only a draft can go. */
    public void discard(UUID id) {
        orders.held(id).requireDraft();
        orders.rows().delete(id);
    }
}
