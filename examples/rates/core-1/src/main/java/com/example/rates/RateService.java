package com.example.rates;

import com.example.rates.api.Rates;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers other modules. */
@Component
public final class RateService implements Rates {

    private final KnownRates known;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public RateService(
            @Reference KnownRates known, @Reference OrganizationDirectory organizations, @Reference Clock clock) {
        this.known = known;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Optional<BigDecimal> rate(String currency) {
        return known.on(currency, organizations.current().today(clock)).map(rate -> rate.value);
    }
}
