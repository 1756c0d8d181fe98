package com.example.pettycash.entry;

import com.example.pettycash.api.BoxSummary;
import com.example.pettycash.api.CashDesk;
import com.example.pettycash.api.Payment;
import com.example.pettycash.box.Box;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one place where entries become money in a box. */
@Component(service = {CashDesk.class, Bookings.class})
public final class Bookings implements CashDesk {

    private final Tables tables;
    private final EntryNumbers numbers;
    private final CustomerDirectory customers;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Bookings(
            @Reference(target = "(domain=petty-cash)") Tables tables,
            @Reference EntryNumbers numbers,
            @Reference CustomerDirectory customers,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.numbers = numbers;
        this.customers = customers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Locks boxes for the rest of the transaction, always in the same order so that nobody waits in a circle. */
    void lock(Collection<UUID> boxes) {
        boxes.stream().distinct().sorted().forEach(id -> {
            box(id);
            tables.lock(Box.class, id);
        });
    }

    private Box box(UUID id) {
        return tables.find(Box.class, id).orElseThrow(() -> Problem.invalid("boxId", "There is no such cash box."));
    }

    /** Gives a new entry what its input did not say, and moves the money; its box is locked already. */
    void book(Entry entry) {
        entry.day = organizations.current().today(clock);
        if (entry.customerId != null) {
            entry.customerId = customer(entry.customerId);
        }
        box(entry.boxId).book(entry.effect(), entry.day);
        entry.number = numbers.next(entry.day);
    }

    /** PET-05: a customer who was merged away is the one they were merged into. */
    private UUID customer(UUID id) {
        return customers
                .find(id)
                .map(CustomerSummary::id)
                .orElseThrow(() -> Problem.invalid("customerId", "There is no such customer."));
    }

    @Override
    public Optional<BoxSummary> find(UUID boxId) {
        return tables.find(Box.class, boxId).map(Box::summary);
    }

    @Override
    public String pay(Payment payment) {
        lock(List.of(payment.boxId()));
        Entry entry = Entry.of(payment);
        book(entry);
        tables.add(entry);
        tables.flush();
        return entry.number;
    }
}
