package io.renoz.suppliers.purchase.order;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.api.DemandRef;
import io.renoz.suppliers.api.IncomingSupply;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.api.PurchaseOrderSummary;
import io.renoz.suppliers.api.Purchasing;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierOffer;
import io.renoz.suppliers.api.SupplierPricing;
import io.renoz.suppliers.api.SupplyLine;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Buying as other modules meet it. */
@Component
public final class PurchasingDesk implements Purchasing {

    private static final String INCOMING = """
            select i, o from PurchaseOrderItem i, PurchaseOrder o
             where o.id = i.purchaseOrderId and o.deletedAt is null and o.status in :incoming and o.isDropShip = false
               and i.productId in :products
               and i.quantity - i.quantityCancelled - i.quantityReceived + i.quantityRejected > 0
            """;

    private final Tables tables;
    private final Drafting drafting;
    private final SupplierDirectory suppliers;
    private final SupplierPricing pricing;
    private final ProductCatalog products;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public PurchasingDesk(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference Drafting drafting,
            @Reference SupplierDirectory suppliers,
            @Reference SupplierPricing pricing,
            @Reference ProductCatalog products,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.drafting = drafting;
        this.suppliers = suppliers;
        this.pricing = pricing;
        this.products = products;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What goes into one order. */
    private record Basket(
            UUID supplierId,
            String currency,
            @Nullable UUID locationId,
            @Nullable UUID dropShipOrderId) {}

    @Override
    public List<UUID> draftOrders(List<SupplyLine> lines) {
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("At most " + MOST_LINES + " lines at once.");
        }
        Map<Basket, List<SupplyLine>> baskets = baskets(lines);
        Map<OrderInput, Basket> inputs = new LinkedHashMap<>();
        baskets.forEach((basket, wanted) -> {
            suppliers.requireOrderable(basket.supplierId);
            inputs.put(input(basket, wanted), basket);
        });
        if (inputs.isEmpty()) {
            return List.of();
        }
        return drafting
                .draft(List.copyOf(inputs.keySet()), (order, input) -> {
                    Basket basket = Objects.requireNonNull(inputs.get(input));
                    order.isDropShip = basket.dropShipOrderId != null;
                    order.dropShipOrderId = basket.dropShipOrderId;
                    demand(order, Objects.requireNonNull(baskets.get(basket)));
                })
                .stream()
                .map(OrderView::id)
                .toList();
    }

    private static void demand(PurchaseOrder order, List<SupplyLine> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            DemandRef demand = wanted.get(i).demand();
            PurchaseOrderItem item = order.items.get(i);
            if (demand != null && demand.kind() == DemandRef.Kind.ORDER_LINE) {
                item.orderLineItemId = demand.id();
            } else if (demand != null) {
                item.jobMaterialId = demand.id();
            }
        }
    }

    private OrderInput input(Basket basket, List<SupplyLine> wanted) {
        LocalDate today = organizations.current().today(clock);
        LocalDate first = wanted.stream()
                .map(SupplyLine::neededBy)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .filter(day -> !day.isBefore(today))
                .orElse(null);
        return OrderInput.of(
                basket.supplierId,
                basket.currency,
                first,
                basket.locationId,
                wanted.stream()
                        .map(line -> OrderInput.Line.of(line.productId(), line.quantity(), line.neededBy()))
                        .toList());
    }

    private Map<Basket, List<SupplyLine>> baskets(List<SupplyLine> lines) {
        Map<UUID, ProductSummary> known = products.findAll(
                lines.stream().map(SupplyLine::productId).distinct().toList());
        Map<UUID, SupplierOffer> offers = offers(lines);
        var baskets = new LinkedHashMap<Basket, List<SupplyLine>>();
        var currencies = new HashMap<UUID, String>();
        for (int i = 0; i < lines.size(); i++) {
            SupplyLine line = lines.get(i);
            ProductSummary product = known.get(line.productId());
            if (product == null) {
                throw Problem.invalid("lines/" + i + "/productId", "There is no such product.");
            }
            if (line.quantity().signum() <= 0) {
                throw Problem.invalid("lines/" + i + "/quantity", "Something more than 0 is bought.");
            }
            SupplierOffer offer = offers.get(line.productId());
            UUID supplier = supplier(line, offer, product, i);
            String currency = offer != null && offer.supplierId().equals(supplier)
                    ? offer.currency()
                    : currencies.computeIfAbsent(
                            supplier, id -> suppliers.requireOrderable(id).currency());
            baskets.computeIfAbsent(
                            new Basket(supplier, currency, line.locationId(), line.dropShipOrderId()),
                            basket -> new ArrayList<>())
                    .add(line);
        }
        return baskets;
    }

    private static UUID supplier(SupplyLine line, @Nullable SupplierOffer offer, ProductSummary product, int index) {
        if (line.supplierId() != null) {
            return line.supplierId();
        }
        if (offer != null) {
            return offer.supplierId();
        }
        if (product.preferredSupplierId() != null) {
            return product.preferredSupplierId();
        }
        throw Problem.of("no-supplier", "Nobody offers " + product.name() + ".")
                .with(List.of(new FieldError("/lines/" + index + "/productId", "No supplier offers it.")))
                .with("productId", product.id());
    }

    /** The best offers for what names no supplier. */
    private Map<UUID, SupplierOffer> offers(List<SupplyLine> lines) {
        Map<UUID, BigDecimal> wanted = lines.stream()
                .filter(line -> line.supplierId() == null && line.quantity().signum() > 0)
                .collect(Collectors.toMap(SupplyLine::productId, SupplyLine::quantity, BigDecimal::add));
        return wanted.isEmpty()
                ? Map.of()
                : pricing.bestOffers(wanted, organizations.current().today(clock));
    }

    @Override
    public Map<UUID, List<IncomingSupply>> incoming(Set<UUID> productIds, LocalDate until) {
        if (productIds.size() > MOST_LINES) {
            throw new IllegalArgumentException("At most " + MOST_LINES + " products at once.");
        }
        var incoming = new LinkedHashMap<UUID, List<IncomingSupply>>();
        if (productIds.isEmpty()) {
            return incoming;
        }
        List<Object[]> rows = tables.entities()
                .createQuery(INCOMING, Object[].class)
                .setParameter("products", productIds)
                .setParameter("incoming", List.of(PurchaseOrderStatus.ORDERED, PurchaseOrderStatus.PARTIAL_RECEIVED))
                .getResultList();
        rows.stream()
                .map(row -> supply((PurchaseOrderItem) row[0], (PurchaseOrder) row[1]))
                .filter(supply ->
                        supply.expected() == null || !supply.expected().isAfter(until))
                .sorted(java.util.Comparator.comparing(
                                IncomingSupply::expected, java.util.Comparator.nullsLast(LocalDate::compareTo))
                        .thenComparing(IncomingSupply::number))
                .forEach(supply -> incoming.computeIfAbsent(supply.productId(), id -> new ArrayList<>())
                        .add(supply));
        return incoming;
    }

    private static IncomingSupply supply(PurchaseOrderItem item, PurchaseOrder order) {
        return new IncomingSupply(
                order.id(),
                order.poNumber,
                item.id(),
                order.supplierId,
                Objects.requireNonNull(item.productId),
                item.quantityPending(),
                item.expectedDeliveryDate == null ? order.expectedDeliveryDate : item.expectedDeliveryDate,
                order.shipToLocationId);
    }

    @Override
    public List<PurchaseOrderSummary> ordersFor(DemandRef demand) {
        String field = demand.kind() == DemandRef.Kind.ORDER_LINE ? "orderLineItemId" : "jobMaterialId";
        return tables.entities()
                .createQuery(
                        "select o from PurchaseOrder o where o.deletedAt is null and exists (select i from"
                                + " PurchaseOrderItem i where i.purchaseOrderId = o.id and i." + field
                                + " = :line) order by o.id desc",
                        PurchaseOrder.class)
                .setParameter("line", demand.id())
                .getResultStream()
                .map(PurchasingDesk::summary)
                .toList();
    }

    @Override
    public Optional<PurchaseOrderSummary> find(UUID purchaseOrderId) {
        return tables.find(PurchaseOrder.class, purchaseOrderId).map(PurchasingDesk::summary);
    }

    @Override
    public Map<UUID, PurchaseOrderSummary> findAll(Collection<UUID> purchaseOrderIds) {
        if (purchaseOrderIds.size() > MOST_LINES) {
            throw new IllegalArgumentException("At most " + MOST_LINES + " orders at once.");
        }
        return purchaseOrderIds.isEmpty()
                ? Map.of()
                : tables.entities()
                        .createQuery(
                                "select o from PurchaseOrder o where o.id in :ids and o.deletedAt is null",
                                PurchaseOrder.class)
                        .setParameter("ids", purchaseOrderIds)
                        .getResultStream()
                        .collect(Collectors.toMap(PurchaseOrder::id, PurchasingDesk::summary));
    }

    private static PurchaseOrderSummary summary(PurchaseOrder order) {
        return new PurchaseOrderSummary(
                order.id(),
                order.poNumber,
                order.supplierId,
                order.supplierName,
                order.status,
                order.day(),
                order.expectedDeliveryDate,
                order.currency(),
                order.totalAmount,
                order.totalAmountBase,
                order.isDropShip);
    }
}
