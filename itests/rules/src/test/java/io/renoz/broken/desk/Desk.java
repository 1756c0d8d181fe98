package io.renoz.broken.desk;

import io.renoz.neighbour.Ledger;
import io.renoz.neighbour.api.Accounts;
import java.time.LocalDate;
import java.util.Date;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Breaks the rules for what is in a class. */
@Component(service = Desk.class)
public final class Desk {

    @Reference(policy = ReferencePolicy.DYNAMIC)
    volatile Accounts accounts;

    private int count;
    private final double price;

    public Desk() {
        price = 0.1;
    }

    @SuppressWarnings({"JavaUtilDate", "SystemOut", "JavaTimeDefaultTimeZone"}) // what the rules are tried with
    String breakRules() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(new Ledger().hashCode());
        count++;
        return new Date().toString() + LocalDate.now() + price + count + accounts;
    }
}
