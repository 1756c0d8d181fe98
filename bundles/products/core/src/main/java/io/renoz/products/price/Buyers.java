package io.renoz.products.price;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What callers may say of whom and when they ask a price for. */
@Component(service = Buyers.class)
public final class Buyers {

    private static final BigDecimal MOST = new BigDecimal("999999999.999");
    private static final int PLACES = 3;

    private final Partners partners;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Buyers(
            @Reference Partners partners, @Reference OrganizationDirectory organizations, @Reference Clock clock) {
        this.partners = partners;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Refuses customers that are not there, and all of them while the module is off. */
    void require(@Nullable UUID customer) {
        if (customer != null) {
            CustomerDirectory directory = partners.find(CustomerDirectory.class)
                    .orElseThrow(() -> Problem.parameter("customerId", "The module customers is off."));
            if (directory.find(customer).isEmpty()) {
                throw Problem.parameter("customerId", "There is no such customer.");
            }
        }
    }

    /** The day, today unless one is named. */
    LocalDate day(@Nullable String date) {
        if (date == null) {
            return today();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw Problem.parameter("date", "It is a date as 2026-03-31.").because(e);
        }
    }

    LocalDate today() {
        return organizations.current().today(clock);
    }

    /** The quantity, 1 unless one is named. */
    static BigDecimal quantity(@Nullable BigDecimal quantity) {
        BigDecimal asked = quantity == null ? BigDecimal.ONE : quantity;
        if (asked.signum() <= 0
                || asked.compareTo(MOST) > 0
                || asked.stripTrailingZeros().scale() > PLACES) {
            throw Problem.parameter("quantity", "It is above 0, with at most 9 digits before and 3 after the point.");
        }
        return asked;
    }
}
