package io.renoz.orders.template;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.template.TemplateResource.Input;
import io.renoz.orders.template.TemplateResource.Item;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for templates whichever way they are written. */
@Component(service = TemplateRules.class)
public final class TemplateRules {

    /** Customers and products that some templates name. */
    record Known(Map<UUID, CustomerSummary> customers, Map<UUID, ProductSummary> products) {}

    private final CustomerDirectory customers;
    private final ProductCatalog products;

    @Activate
    public TemplateRules(@Reference CustomerDirectory customers, @Reference ProductCatalog products) {
        this.customers = customers;
        this.products = products;
    }

    Known know(List<Input> inputs) {
        return new Known(
                inParts(
                        inputs.stream().map(Input::defaultCustomerId).toList(),
                        CustomerDirectory.MOST_IDS,
                        customers::findAll),
                inParts(
                        inputs.stream()
                                .flatMap(input -> input.items().stream())
                                .map(Item::productId)
                                .toList(),
                        ProductCatalog.MOST_IDS,
                        products::findAll));
    }

    private static <V> Map<UUID, V> inParts(
            Collection<UUID> ids, int most, Function<? super Collection<UUID>, ? extends Map<UUID, V>> read) {
        List<UUID> all = ids.stream().filter(Objects::nonNull).distinct().toList();
        var found = new HashMap<UUID, V>();
        for (int from = 0; from < all.size(); from += most) {
            found.putAll(read.apply(all.subList(from, Math.min(all.size(), from + most))));
        }
        return found;
    }

    /**
     * Fills in what is open.
     *
     * @throws Problem {@code validation-failed} with every error
     */
    void complete(OrderTemplate template, Known known) {
        var errors = new ArrayList<FieldError>();
        template.defaultCustomerId().ifPresent(id -> {
            CustomerSummary customer = known.customers().get(id);
            if (customer == null) {
                errors.add(new FieldError("/defaultCustomerId", "There is no such customer."));
            } else {
                template.defaultCustomerId = customer.id();
            }
        });
        template.number();
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < template.items.size(); i++) {
            OrderTemplateItem item = template.items.get(i);
            if (!numbers.add(item.lineNumber)) {
                errors.add(new FieldError("/items/" + i + "/lineNumber", "Another line has this number."));
            }
            complete(item, known, "/items/" + i + "/", errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void complete(OrderTemplateItem item, Known known, String at, List<FieldError> errors) {
        if (item.lineType == OrderLineType.COMPONENT) {
            errors.add(new FieldError(at + "lineType", "Components come with their bundle."));
        }
        if (item.text()) {
            text(item, at, errors);
        } else {
            sold(item, known, at, errors);
        }
        if (item.description == null) {
            errors.add(new FieldError(at + "description", "A line without a product says what it is."));
        }
        if (item.taxType == null) {
            item.taxType = TaxType.GST;
        }
        if (!item.useCurrentPrice && item.fixedUnitPrice == null) {
            errors.add(new FieldError(at + "fixedUnitPrice", "A line that is not priced anew has a price."));
        }
    }

    private static void text(OrderTemplateItem item, String at, List<FieldError> errors) {
        if (item.productId != null) {
            errors.add(new FieldError(at + "productId", "A section or note has no product."));
        }
        item.defaultQuantity = BigDecimal.ZERO.setScale(3);
        item.useCurrentPrice = true;
    }

    private static void sold(OrderTemplateItem item, Known known, String at, List<FieldError> errors) {
        if (item.defaultQuantity == null) {
            item.defaultQuantity = BigDecimal.ONE.setScale(3);
        }
        if (item.defaultQuantity.signum() <= 0) {
            errors.add(new FieldError(at + "defaultQuantity", "The quantity is above 0."));
        }
        if (item.productId == null) {
            if (item.useCurrentPrice) {
                errors.add(new FieldError(at + "fixedUnitPrice", "A line without a product has a price of its own."));
            }
            return;
        }
        ProductSummary product = known.products().get(item.productId);
        if (product == null) {
            errors.add(new FieldError(at + "productId", "There is no such product."));
            return;
        }
        if (!product.takes(item.defaultQuantity)) {
            errors.add(new FieldError(at + "defaultQuantity", "Of this product there are whole ones only."));
        }
        item.sku = item.sku == null ? product.sku() : item.sku;
        item.description = item.description == null ? product.name() : item.description;
        if (item.taxType == null) {
            item.taxType = TaxType.valueOf(product.taxType().name());
        }
    }
}
