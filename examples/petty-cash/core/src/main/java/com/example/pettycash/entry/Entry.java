package com.example.pettycash.entry;

import com.example.pettycash.api.Category;
import com.example.pettycash.api.Payment;
import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Money that went in or out. Written once; what was wrong is put right by an entry the other way. */
@Entity
@Table(schema = "petty_cash", name = "entries")
@Audited(
        type = "petty_cash_entry",
        name = "number",
        parent = "boxId",
        parentType = "petty_cash_box",
        customer = "customerId")
@Emits(type = "entry", on = Emits.Kind.CREATED)
class Entry extends TenantRecord {

    String number;
    UUID boxId;
    LocalDate day;
    EntryKind kind;
    BigDecimal amount;

    @Nullable
    Category category;

    @Nullable
    UUID customerId;

    @Nullable
    String note;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Entry() {}

    static Entry of(Payment payment) {
        var entry = new Entry();
        entry.boxId = payment.boxId();
        entry.kind = EntryKind.PAYMENT;
        entry.amount = payment.amount();
        entry.category = payment.category();
        entry.customerId = payment.customerId();
        entry.note = payment.note();
        return entry;
    }

    /** What it does to the balance. */
    BigDecimal effect() {
        return kind == EntryKind.RECEIPT ? amount : amount.negate();
    }
}
