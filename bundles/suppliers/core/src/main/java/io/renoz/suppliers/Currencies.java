package io.renoz.suppliers;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies that the world knows (ISO 4217). */
public final class Currencies {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    public static boolean known(String code) {
        return CODES.contains(code);
    }
}
