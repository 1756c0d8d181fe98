package io.renoz.products.attribute;

import io.renoz.data.Audited;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Definition of a typed property, such as capacity in kWh or cell chemistry. */
@Entity
@Table(schema = "products", name = "product_attributes")
@Audited(type = "product_attribute", name = "name")
public class Attribute extends TenantRecord {

    String code;
    String name;
    AttributeType attributeType;

    @Nullable
    String description;

    @Nullable
    String unit;

    @Nullable
    BigDecimal minValue;

    @Nullable
    BigDecimal maxValue;

    @Nullable
    String pattern;

    boolean isRequired;
    boolean isFilterable;
    boolean isSearchable;
    int sortOrder;
    Boolean isActive = true;

    @Transient
    @Parts("attributeId")
    List<Choice> choices = new ArrayList<>();

    @Transient
    private @Nullable AttributeType formerType;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Attribute() {}

    @PostLoad
    void loaded() {
        formerType = attributeType;
    }

    boolean changedType() {
        return attributeType != formerType;
    }

    String code() {
        return code;
    }
}
