package io.renoz.orders.template;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.TaxType;
import io.renoz.orders.order.Normal;
import io.renoz.rest.Crud;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/templates} */
@Component
@Path("templates")
public final class TemplateResource implements Crud<TemplateResource.Input, TemplateResource.View> {

    /**
     * What a caller may set of a template.
     *
     * @param isGlobal for everybody in the organization
     * @param items those with an id are changed, those without are new, those left out go
     */
    public record Input(
            @NotBlank @Size(max = 255) String name,
            @Nullable @Size(max = 1000) String description,
            @Nullable @Size(max = 50) String category,
            Boolean isActive,
            boolean isGlobal,
            @Nullable UUID defaultCustomerId,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal discountPercent,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal discountFixed,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal shippingAmount,

            @Nullable @Min(0) @Max(365) Integer paymentTermsDays,
            @Nullable @Size(max = 2000) String internalNotes,
            @Nullable @Size(max = 2000) String customerNotes,
            @Size(max = 1000) List<@Valid @NotNull Item> items) {

        public Input {
            name = Normal.text(name);
            category = Normal.text(category);
            isActive = isActive == null || isActive;
            items = items == null ? List.of() : new ArrayList<>(items);
        }
    }

    /**
     * A line of the template.
     *
     * @param lineNumber the next one when left out
     * @param description the product's name when left out
     * @param defaultQuantity 1 when left out; sections and notes have none
     * @param fixedUnitPrice used where the current price is not
     */
    public record Item(
            @Nullable UUID id,
            @Nullable @Min(1) @Max(100_000) Integer lineNumber,
            OrderLineType lineType,
            @Nullable UUID productId,
            @Nullable @Size(max = 100) String sku,
            @Nullable @Size(max = 2000) String description,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal defaultQuantity,

            Boolean useCurrentPrice,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal fixedUnitPrice,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal discountPercent,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal discountAmount,

            @Nullable TaxType taxType,
            @Nullable @Size(max = 500) String notes) {

        public Item {
            lineType = lineType == null ? OrderLineType.ITEM : lineType;
            sku = Normal.text(sku);
            description = Normal.text(description);
            defaultQuantity = Normal.quantity(defaultQuantity);
            useCurrentPrice = useCurrentPrice == null ? fixedUnitPrice == null : useCurrentPrice;
            fixedUnitPrice = Normal.money(fixedUnitPrice);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            @Nullable String description,
            @Nullable String category,
            Boolean isActive,
            boolean isGlobal,
            @Nullable UUID defaultCustomerId,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal discountFixed,
            @Nullable BigDecimal shippingAmount,
            @Nullable Integer paymentTermsDays,
            @Nullable String internalNotes,
            @Nullable String customerNotes,
            int usageCount,
            @Nullable Instant lastUsedAt,
            List<Item> items)
            implements Versioned {

        public View {
            items = items.stream()
                    .sorted(Comparator.comparing(item -> item.lineNumber() == null ? 0 : item.lineNumber()))
                    .toList();
        }
    }

    private final Tables tables;
    private final Rows<OrderTemplate, Input, View> templates;
    private final TemplateRules rules;

    @Activate
    public TemplateResource(@Reference(target = "(domain=orders)") Tables tables, @Reference TemplateRules rules) {
        this.tables = tables;
        this.rules = rules;
        this.templates = tables.of(OrderTemplate.class)
                .filter("isActive", "isGlobal", "category")
                .search("name")
                .sort("name", "usageCount", "lastUsedAt")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<OrderTemplate, Input, View> records() {
        return templates;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        TemplateRules.Known known = rules.know(inputs);
        return templates.createAll(inputs, (template, input) -> rules.complete(template, known));
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        tables.lock(OrderTemplate.class, id);
        return templates.update(id, patch, (template, input) -> rules.complete(template, rules.know(List.of(input))));
    }
}
