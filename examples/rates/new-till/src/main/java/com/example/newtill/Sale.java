package com.example.newtill;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Foreign money that was taken, and what it was worth in the organization's. */
@Entity
@Table(schema = "new_till", name = "sales")
@Audited(type = "new_till_sale", name = "currency")
public class Sale extends TenantRecord {

    LocalDate day = LocalDate.EPOCH;
    String currency = "";
    BigDecimal amount = BigDecimal.ONE;
    BigDecimal worth = BigDecimal.ZERO;

    /** For JPA, and for an input to fill. */
    protected Sale() {}

    void valueAt(BigDecimal rate) {
        worth = amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }
}
