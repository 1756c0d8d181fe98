package com.example.rates.adapter;

import com.example.rates.api.Rates;
import com.example.rates.since1.PresentRates;
import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates 1.x: those of today. */
@Component
public final class RatesOfToday implements Rates {

    private final PresentRates rates;

    @Activate
    public RatesOfToday(@Reference PresentRates rates) {
        this.rates = rates;
    }

    @Override
    public Optional<BigDecimal> rate(String currency) {
        return rates.present(currency);
    }
}
