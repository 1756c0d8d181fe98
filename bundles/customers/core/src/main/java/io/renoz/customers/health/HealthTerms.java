package io.renoz.customers.health;

import io.renoz.customers.HealthWeights;
import io.renoz.customers.health.Health.Band;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * By what an organization judges health, today.
 *
 * @param orders whether anything is known of orders
 */
record HealthTerms(
        LocalDate today,
        boolean orders,
        HealthWeights weights,
        BigDecimal monetaryTarget,
        int atRiskBelow,
        int criticalBelow) {

    Band band(int score) {
        return Band.of(score, atRiskBelow, criticalBelow);
    }
}
