package io.renoz.financial.credit;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Patch;
import io.renoz.financial.Books;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-01, FIN-04: writes drafts and changes them. */
@Component(service = Drafts.class)
public final class Drafts {

    private static final List<String> FIXED = List.of("orderId", "customerId", "reasonCode", "reason", "lines");

    private final CreditNoteRows notes;
    private final Creditables creditables;
    private final Pricing pricing;
    private final OrderDirectory orders;
    private final CustomerDirectory customers;
    private final ProductCatalog products;
    private final Books books;

    @Activate
    public Drafts(
            @Reference CreditNoteRows notes,
            @Reference Creditables creditables,
            @Reference Pricing pricing,
            @Reference OrderDirectory orders,
            @Reference CustomerDirectory customers,
            @Reference ProductCatalog products,
            @Reference Books books) {
        this.notes = notes;
        this.creditables = creditables;
        this.pricing = pricing;
        this.orders = orders;
        this.customers = customers;
        this.products = products;
        this.books = books;
    }

    /** What inputs name in other modules, read at once. */
    private record Named(Map<UUID, OrderSummary> orders, Map<UUID, CustomerSummary> customers, Set<UUID> products) {}

    private Named named(List<CreditNoteInput> inputs) {
        return new Named(
                orders.findAll(ids(inputs.stream().map(CreditNoteInput::orderId))),
                customers.findAll(ids(inputs.stream().map(CreditNoteInput::customerId))),
                products.findAll(ids(inputs.stream()
                                .flatMap(input -> input.lines().stream())
                                .map(CreditNoteInput.Line::productId)))
                        .keySet());
    }

    private static Set<UUID> ids(Stream<? extends @Nullable UUID> some) {
        return some.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    List<CreditNoteView> open(List<CreditNoteInput> inputs) {
        return open(inputs, note -> {}, false);
    }

    /**
     * FIN-03: a draft that keeps to what is left of its order from the beginning.
     *
     * @param more gives it what no caller says
     */
    CreditNoteView openWithin(CreditNoteInput input, Consumer<CreditNote> more) {
        return open(List.of(input), more, true).get(0);
    }

    private List<CreditNoteView> open(List<CreditNoteInput> inputs, Consumer<CreditNote> more, boolean within) {
        Named named = named(inputs);
        return notes.rows().createAll(inputs, (note, input) -> {
            complete(note, input, named);
            Creditable creditable = price(note, named, 0);
            if (within && creditable != null) {
                Pricing.requireRoom(note, creditable);
            }
            more.accept(note);
        });
    }

    CreditNoteView change(UUID id, Patch<CreditNoteInput> patch) {
        int top = pricing.highest(id);
        return notes.rows().update(id, patch, (note, input) -> {
            if (FIXED.stream().anyMatch(patch::mentions)) {
                note.requireDraft();
                Named named = named(List.of(input));
                complete(note, input, named);
                price(note, named, top);
                note.disapprove();
            }
        });
    }

    /** Each draft is priced as if it were issued next: what other drafts would credit does not count. */
    private @Nullable Creditable price(CreditNote note, Named named, int top) {
        OrderSummary order = note.orderId == null ? null : named.orders().get(note.orderId);
        Creditable creditable = order == null || note.lines.isEmpty() ? null : creditables.of(order);
        pricing.price(note, creditable, top);
        return creditable;
    }

    private void complete(CreditNote note, CreditNoteInput input, Named named) {
        CustomerSummary customer = named.customers().get(input.customerId());
        if (customer == null) {
            throw Problem.invalid("customerId", "There is no such customer.");
        }
        note.customerId = customer.id();
        if (input.orderId() == null) {
            note.customerName = customer.legalName();
            note.currency = books.currency();
        } else {
            ofOrder(note, named.orders().get(input.orderId()));
        }
        List<CreditNoteInput.Line> lines = input.lines();
        for (int i = 0; i < lines.size(); i++) {
            UUID product = lines.get(i).productId();
            if (product != null && !named.products().contains(product)) {
                throw Problem.invalid("lines/" + i + "/productId", "There is no such product.");
            }
        }
    }

    private void ofOrder(CreditNote note, @Nullable OrderSummary order) {
        if (order == null) {
            throw Problem.invalid("orderId", "There is no such order.");
        }
        if (!order.customerId().equals(note.customerId)) {
            throw Problem.of("customer-mismatch", "The order is another customer's.")
                    .with(List.of(
                            new FieldError("/customerId", "The order is another customer's."),
                            new FieldError("/orderId", "This is an order of another customer.")));
        }
        note.customerName = order.customerName();
        note.currency = order.currency();
    }
}
