package io.renoz.orders.template;

import io.renoz.data.Audited;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** An order that is made again and again, such as a standard battery install. */
@Entity
@Table(schema = "orders", name = "order_templates")
@Audited(type = "order_template", name = "name")
public class OrderTemplate extends TenantRecord {

    @Searchable
    String name;

    @Nullable
    String description;

    @Nullable
    String category;

    Boolean isActive = true;
    boolean isGlobal;

    @Nullable
    UUID defaultCustomerId;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal discountFixed;

    @Nullable
    BigDecimal shippingAmount;

    @Nullable
    Integer paymentTermsDays;

    @Nullable
    String internalNotes;

    @Nullable
    String customerNotes;

    int usageCount;

    @Nullable
    Instant lastUsedAt;

    @Transient
    @Parts("templateId")
    List<OrderTemplateItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderTemplate() {}

    public String name() {
        return name;
    }

    Optional<UUID> defaultCustomerId() {
        return Optional.ofNullable(defaultCustomerId);
    }

    List<OrderTemplateItem> items() {
        return items.stream()
                .sorted(Comparator.comparing(item -> item.lineNumber))
                .toList();
    }

    /**
     * Counts an order made of it.
     *
     * @throws Problem {@code inactive-template}
     */
    void use(Instant at) {
        if (!isActive) {
            throw Problem.of("inactive-template", "The template " + name + " is not in use any more.");
        }
        usageCount++;
        lastUsedAt = at;
    }

    /** Lines keep their numbers; new ones come after them unless they bring one. */
    void number() {
        int last = 0;
        for (OrderTemplateItem item : items) {
            item.keepNumber();
            last = Math.max(last, item.lineNumber == null ? 0 : item.lineNumber);
        }
        for (OrderTemplateItem item : items) {
            if (item.lineNumber == null) {
                item.lineNumber = ++last;
            }
        }
    }
}
