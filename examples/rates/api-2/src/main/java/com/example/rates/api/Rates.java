package com.example.rates.api;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What other currencies are worth, or were. Thread-safe. */
@ProviderType
public interface Rates {

    /**
     * The rate of a currency that held on a day, as far as anybody said.
     *
     * @param currency three letters of ISO 4217
     */
    Optional<Rate> rate(String currency, LocalDate day);
}
