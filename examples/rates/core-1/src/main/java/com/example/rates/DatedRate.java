package com.example.rates;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What one unit of a currency is worth from a day on. */
@Entity
@Table(schema = "rates", name = "rates")
@Audited(type = "exchange_rate", name = "currency")
public class DatedRate extends TenantRecord {

    String currency = "";
    LocalDate since = LocalDate.EPOCH;
    BigDecimal value = BigDecimal.ONE;

    /** For JPA, and for an input to fill. */
    protected DatedRate() {}
}
