package io.renoz.products.attribute;

import io.renoz.data.Audited;
import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Value of an attribute for a product, in the column of its type; one row for each chosen value of a multiselect. */
@Entity
@Table(schema = "products", name = "product_attribute_values")
@Audited(type = "product_attribute_value", parent = "productId", parentType = "product")
public class AttributeValue extends TenantRecord {

    UUID productId;
    UUID attributeId;

    @Nullable
    UUID choiceId;

    @Nullable
    String textValue;

    @Nullable
    BigDecimal numberValue;

    @Nullable
    Boolean booleanValue;

    @Nullable
    LocalDate dateValue;

    /** What a caller asks for, until it is in its column. */
    @Transient
    @Nullable
    Json value;

    @Transient
    private @Nullable UUID belongsTo;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected AttributeValue() {}

    AttributeValue(UUID productId, UUID attributeId) {
        this.productId = productId;
        this.attributeId = attributeId;
    }

    @PostLoad
    void loaded() {
        belongsTo = attributeId;
    }

    /** What was asked, as a value of its own attribute. */
    Given asked() {
        if (belongsTo != null && !belongsTo.equals(attributeId)) {
            throw Problem.invalid("attributeId", "A value stays with its attribute.");
        }
        if (value == null) {
            throw Problem.invalid("value", "A value is needed.");
        }
        return new Given(attributeId, value);
    }

    /** Has this one and no other value. */
    void become(Typed typed) {
        choiceId = typed.choice();
        textValue = typed.text();
        if (!same(numberValue, typed.number())) {
            numberValue = typed.number();
        }
        booleanValue = typed.flag();
        dateValue = typed.date();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    boolean chooses(@Nullable UUID choice) {
        return Objects.equals(choiceId, choice);
    }
}
