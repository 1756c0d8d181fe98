package com.example.pettycash.entry;

import com.example.pettycash.api.Category;
import com.example.pettycash.entry.EntryResource.Input;
import com.example.pettycash.entry.EntryResource.View;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/petty-cash/entries}. A cash book is written with a pen: no changing, no deleting. */
@Component
@Path("entries")
public final class EntryResource implements Reads<View>, Creates<Input, View> {

    /** What a caller says; number and day are ours. */
    public record Input(
            @NotNull UUID boxId,
            @NotNull EntryKind kind,

            @NotNull @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable Category category,
            @Nullable UUID customerId,
            @Nullable @Size(max = 500) String note,
            @Nullable @Size(max = 50) String receiptNumber) {

        /** PET-02: a payment says what for, a receipt has nothing to say. */
        public Input {
            if (kind == EntryKind.PAYMENT && category == null) {
                throw Problem.invalid("category", "A payment has a category.");
            }
            if (kind == EntryKind.RECEIPT && category != null) {
                throw Problem.invalid("category", "Only payments have a category.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            String number,
            UUID boxId,
            LocalDate day,
            EntryKind kind,
            BigDecimal amount,
            @Nullable Category category,
            @Nullable UUID customerId,
            @Nullable String note,
            @Nullable String receiptNumber,
            Instant createdAt)
            implements Versioned {}

    private final Rows<Entry, Input, View> entries;
    private final Bookings bookings;

    @Activate
    public EntryResource(@Reference(target = "(domain=petty-cash)") Tables tables, @Reference Bookings bookings) {
        this.entries = tables.of(Entry.class)
                .filter("boxId", "day", "kind", "category", "customerId", "number", "amount", "receiptNumber")
                .search("number", "note")
                .sort("-createdAt", "day", "number", "amount")
                .byName(Input.class, View.class);
        this.bookings = bookings;
    }

    @Override
    public Rows<Entry, Input, View> records() {
        return entries;
    }

    @Override
    @Answers("invalid-transition")
    public List<View> add(List<Input> inputs) {
        bookings.lock(inputs.stream().map(Input::boxId).toList());
        return entries.createAll(inputs, (entry, input) -> bookings.book(entry));
    }
}
