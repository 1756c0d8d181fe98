package io.renoz.products.tax;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.products.api.TaxRate;
import io.renoz.products.api.TaxType;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** How a line is taxed: class and rate in force. */
@Entity
@Table(schema = "products", name = "tax_codes")
@Audited(type = "tax_code", name = "code")
public class TaxCode extends TenantRecord {

    String code;
    String name;
    TaxType taxType = TaxType.GST;
    BigDecimal rate = BigDecimal.ZERO;

    @Nullable
    BigDecimal nextRate;

    @Nullable
    LocalDate nextRateFrom;

    boolean isDefault;
    Boolean isActive = true;

    @Transient
    private boolean wasDefault;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected TaxCode() {}

    /** One that the module brings along. */
    TaxCode(String code, String name, TaxType taxType, BigDecimal rate, boolean isDefault) {
        this.code = code;
        this.name = name;
        this.taxType = taxType;
        this.rate = rate;
        this.isDefault = isDefault;
    }

    @PostLoad
    void loaded() {
        wasDefault = isDefault;
    }

    boolean wasDefault() {
        return wasDefault;
    }

    /** PRD-10: an announced rate holds from its day on, that day included. */
    public BigDecimal rateOn(LocalDate day) {
        return nextRate != null && nextRateFrom != null && !day.isBefore(nextRateFrom) ? nextRate : rate;
    }

    public TaxType taxType() {
        return taxType;
    }

    public TaxRate on(LocalDate day) {
        return new TaxRate(id(), code, name, taxType, rateOn(day));
    }

    /** PRD-10: makes the announced rate the rate, if its day has come. */
    boolean switchOn(LocalDate day) {
        boolean due = nextRateFrom != null && !day.isBefore(nextRateFrom);
        if (due) {
            rate = rateOn(day);
            nextRate = null;
            nextRateFrom = null;
        }
        return due;
    }
}
