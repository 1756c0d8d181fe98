package io.renoz.sound;

import io.renoz.neighbour.api.Accounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** As it should be. */
@Component(service = Books.class)
public final class Books {

    private final Accounts accounts;
    private final Clock clock;

    @Activate
    public Books(@Reference Accounts accounts, @Reference Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    BigDecimal owedOn(LocalDate day) {
        return LocalDate.now(clock).isAfter(day) ? BigDecimal.ZERO : accounts.balance();
    }

    Instant read() {
        return Instant.now();
    }
}
