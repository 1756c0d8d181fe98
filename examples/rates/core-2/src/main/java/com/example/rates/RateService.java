package com.example.rates;

import com.example.rates.api.Rate;
import com.example.rates.api.Rates;
import com.example.rates.since1.PresentRates;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers other modules; those of 1.x by the adapter. */
@Component
public final class RateService implements Rates, PresentRates {

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
    public Optional<Rate> rate(String currency, LocalDate day) {
        return known.on(currency, day).map(rate -> new Rate(rate.currency, rate.since, rate.value));
    }

    @Override
    public Optional<BigDecimal> present(String currency) {
        return known.on(currency, organizations.current().today(clock)).map(rate -> rate.value);
    }
}
