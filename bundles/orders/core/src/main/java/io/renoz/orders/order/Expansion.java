package io.renoz.orders.order;

import io.renoz.orders.api.OrderLineType;
import io.renoz.products.api.BundleComponent;
import io.renoz.products.api.BundleExpander;
import io.renoz.products.api.BundleRequest;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-08: what is really delivered when bundles are sold. */
@Component(service = Expansion.class)
public final class Expansion {

    private final BundleExpander expander;
    private final ProductCatalog catalog;

    @Activate
    public Expansion(@Reference BundleExpander expander, @Reference ProductCatalog catalog) {
        this.expander = expander;
        this.catalog = catalog;
    }

    /** The components of all bundles of an order, with price 0, numbered after its lines. */
    List<OrderLine> components(Order order, Collection<OrderLine> among) {
        List<OrderLine> bundles = among.stream()
                .filter(line -> line.lineType == OrderLineType.BUNDLE && line.productId != null)
                .toList();
        if (bundles.isEmpty()) {
            return List.of();
        }
        List<List<BundleComponent>> leaves = expander.expandAll(bundles.stream()
                .map(line -> new BundleRequest(line.productId().orElseThrow(), line.quantity, Set.of()))
                .toList());
        Map<UUID, ProductSummary> products = catalog.findAll(leaves.stream()
                .flatMap(List::stream)
                .map(BundleComponent::productId)
                .distinct()
                .toList());
        int last = order.lines.stream().mapToInt(OrderLine::lineNumber).max().orElse(0);
        var components = new ArrayList<OrderLine>();
        for (int i = 0; i < bundles.size(); i++) {
            for (BundleComponent leaf : leaves.get(i)) {
                components.add(component(bundles.get(i), leaf, products.get(leaf.productId()), ++last));
            }
        }
        return components;
    }

    private static OrderLine component(
            OrderLine bundle, BundleComponent leaf, @Nullable ProductSummary product, int number) {
        var line = new OrderLine();
        line.orderId = bundle.orderId;
        line.parentLineId = bundle.id();
        line.lineNumber = number;
        line.lineType = OrderLineType.COMPONENT;
        line.productId = leaf.productId();
        line.quantity = leaf.quantity();
        line.taxType = bundle.taxType;
        line.taxRate = bundle.taxRate;
        line.requestedDate = bundle.requestedDate;
        line.locationId = bundle.locationId;
        line.description = product == null ? bundle.description : LineDrafting.description(product);
        if (product != null) {
            line.sku = product.sku();
            line.unitOfMeasure = product.unitOfMeasure();
            line.isSerialized = product.isSerialized();
            line.isShippable = product.type() == ProductType.PHYSICAL;
        }
        return line;
    }

    /** What the goods of lines cost us now; a bundle costs what is in it. */
    void cost(Collection<OrderLine> lines, Map<UUID, ProductSummary> products) {
        for (OrderLine line : lines) {
            ProductSummary product = line.productId == null ? null : products.get(line.productId);
            line.cost = product != null && line.deliverable() ? Normal.money(product.costPrice()) : null;
        }
    }

    /** Every product of some lines, read once. */
    Map<UUID, ProductSummary> products(Collection<OrderLine> lines) {
        List<UUID> ids = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.productId))
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : catalog.findAll(ids);
    }
}
