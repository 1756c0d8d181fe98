package io.renoz.customers.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one module shows of a customer on the account page.
 *
 * @param key name of the section, unique within its module
 * @param counts by what is counted, as {@code open}
 * @param amounts in the organization's currency, by what they are
 * @param newest the newest few records, newest first
 */
public record SummarySection(
        String key, Map<String, Integer> counts, Map<String, BigDecimal> amounts, List<Entry> newest) {

    public SummarySection {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
        newest = List.copyOf(newest);
    }

    /** One record in a line. */
    public record Entry(UUID id, String title, @Nullable String status, Instant at) {}
}
