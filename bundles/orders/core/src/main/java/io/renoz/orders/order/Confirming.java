package io.renoz.orders.order;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.module.Partners;
import io.renoz.orders.OrderSettings;
import io.renoz.orders.Permissions;
import io.renoz.orders.api.Objection;
import io.renoz.orders.api.OrderConfirmationCheck;
import io.renoz.orders.api.OrderDraftView;
import io.renoz.orders.api.OrderLineSummary;
import io.renoz.orders.api.OrderSource;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.invoice.AutomaticInvoices;
import io.renoz.problem.Problem;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.settings.api.SettingsReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ORD-08: turns drafts into orders. One transaction: the order, its components, what is reserved, the customer's waking up and the
 * invoice commit together, or nothing does.
 */
@Component(service = Confirming.class)
public final class Confirming {

    private final Tables tables;
    private final CustomerDirectory customers;
    private final ProductCatalog catalog;
    private final PriceResolver prices;
    private final Partners partners;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;
    private final Expansion expansion;
    private final CreditCheck credit;
    private final Reserving reserving;
    private final Settlement settlement;
    private final AutomaticInvoices invoices;

    @Activate
    public Confirming(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference CustomerDirectory customers,
            @Reference ProductCatalog catalog,
            @Reference PriceResolver prices,
            @Reference Partners partners,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock,
            @Reference Expansion expansion,
            @Reference CreditCheck credit,
            @Reference Reserving reserving,
            @Reference Settlement settlement,
            @Reference AutomaticInvoices invoices) {
        this.tables = tables;
        this.customers = customers;
        this.catalog = catalog;
        this.prices = prices;
        this.partners = partners;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.expansion = expansion;
        this.credit = credit;
        this.reserving = reserving;
        this.settlement = settlement;
        this.invoices = invoices;
    }

    /** Locks what a confirmation locks: the customer, then the order. */
    void lock(UUID id) {
        UUID customer = tables.require(Order.class, id).customerId;
        Locks.of(tables).customer(customer);
        if (!tables.lock(Order.class, id).customerId.equals(customer)) {
            throw Problem.of("precondition-failed", "The order was given to another customer; read it again.");
        }
    }

    /**
     * Confirms an order that has been locked.
     *
     * @param override why it may pass the credit check all the same
     */
    void confirm(Order order, @Nullable String override) {
        order.requireStatus(OrderStatus.CONFIRMED, OrderStatus.DRAFT);
        if (order.lines.stream().noneMatch(OrderLine::priced)) {
            throw Problem.of("empty-order", "There is nothing in the order to sell.");
        }
        List<OrderLine> sold = order.lines().stream().filter(OrderLine::priced).toList();
        List<OrderLine> components = expansion.components(order, sold);
        order.lines.addAll(components);
        Map<UUID, ProductSummary> products = expansion.products(order.lines);
        var objections = new Objections();
        Optional<CustomerSummary> customer = trading(order, objections);
        requireSellable(sold, objections);
        requireFloor(order, sold, objections);
        requireCredit(order, override, objections);
        askOthers(order, objections);
        objections.refuse(order);
        stamp(order, customer.orElseThrow());
        expansion.cost(order.lines, products);
        settlement.settle(order, Money.NONE);
        customers.activate(order.customerId);
        reserving.reserve(order, products);
        events.publish(OrderEvents.of("confirmed", order));
        invoices.confirmed(order);
    }

    private Optional<CustomerSummary> trading(Order order, Objections objections) {
        try {
            return Optional.of(customers.requireTrading(order.customerId));
        } catch (Problem blocked) {
            objections.add(blocked);
            return Optional.empty();
        }
    }

    private void requireSellable(List<OrderLine> sold, Objections objections) {
        List<UUID> ids = sold.stream()
                .flatMap(line -> Stream.ofNullable(line.productId))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, Problem> refused = catalog.unsellable(ids);
        for (OrderLine line : sold) {
            Problem why = line.productId == null ? null : refused.get(line.productId);
            if (why != null) {
                objections.add(new Objection("product-not-sellable", why.detail(), line.lineNumber, why.members()));
            }
        }
    }

    /** ORD-04: below the floor only who may, or what replaces goods for nothing. */
    private void requireFloor(Order order, List<OrderLine> sold, Objections objections) {
        List<OrderLine> goods =
                sold.stream().filter(line -> line.productId != null).toList();
        if (goods.isEmpty() || order.source == OrderSource.REPLACEMENT) {
            return;
        }
        List<ResolvedPrice> found = prices.resolveAll(goods.stream()
                .map(line -> new PriceRequest(
                        line.productId().orElseThrow(), order.customerId, line.quantity, order.orderDate))
                .toList());
        boolean may = false;
        for (int i = 0; i < goods.size(); i++) {
            OrderLine line = goods.get(i);
            if (found.get(i).belowFloor(line.unitPrice) && !may) {
                may = Call.current().permits(Permissions.PRICE);
                if (!may) {
                    objections.add(Objection.of(
                            "price-below-floor",
                            "The price of line " + line.lineNumber + " needs somebody who may sell below the floor.",
                            line.lineNumber));
                }
            }
        }
    }

    /** ORD-09: above the limit only with somebody's word for it. */
    private void requireCredit(Order order, @Nullable String override, Objections objections) {
        Optional<Problem> against = credit.against(order.customerId, order.total);
        if (against.isEmpty()) {
            return;
        }
        if (override == null) {
            objections.add(against.get());
            return;
        }
        Call.current().require(Permissions.CREDIT);
        order.creditOverrideBy = Call.user().orElse(null);
        order.creditOverrideReason = override;
    }

    private void askOthers(Order order, Objections objections) {
        List<Partners.Partner<OrderConfirmationCheck>> checks = partners.enabled(OrderConfirmationCheck.class);
        if (checks.isEmpty()) {
            return;
        }
        List<OrderLineSummary> lines = order.lines().stream()
                .map(line -> Summaries.of(line, List.of()))
                .toList();
        var view = new OrderDraftView(Summaries.of(order), lines);
        checks.forEach(check -> objections.addAll(check.service().check(view)));
    }

    /** What is agreed from now on. */
    private void stamp(Order order, CustomerSummary customer) {
        order.status = OrderStatus.CONFIRMED;
        order.confirmedAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        order.confirmedBy = Call.user().orElse(null);
        order.customerId = customer.id();
        order.customerName = customer.legalName();
        order.customerTaxId = customer.taxId();
        String terms = settings.getString(OrderSettings.CATEGORY, OrderSettings.TERMS);
        order.terms = terms.isBlank() ? null : terms;
        order.touch();
    }
}
