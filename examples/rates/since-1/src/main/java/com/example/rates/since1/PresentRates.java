package com.example.rates.since1;

import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The rates of today. Thread-safe. */
@ProviderType
public interface PresentRates {

    /** What one unit of a currency is worth today in the organization's. */
    Optional<BigDecimal> present(String currency);
}
