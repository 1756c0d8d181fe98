package com.example.rates.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What other currencies are worth at present. Thread-safe. */
@ProviderType
public interface Rates {

    /**
     * What one unit of a currency is worth in the organization's, as far as anybody said.
     *
     * @param currency three letters of ISO 4217
     */
    Optional<BigDecimal> rate(String currency);
}
