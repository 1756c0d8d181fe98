package io.renoz.customers;

import io.renoz.data.Json;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its customers. */
@Component
public final class CustomerSettings implements SettingDeclarations {

    public static final String CATEGORY = "customers";
    public static final String PAYMENT_TERMS_DAYS = "default_payment_terms_days";
    public static final String HEALTH_WEIGHTS = "health.weights";
    public static final String MONETARY_TARGET = "health.monetary_target";
    public static final String AT_RISK_BELOW = "health.at_risk_below";
    public static final String CRITICAL_BELOW = "health.critical_below";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.number(
                        CATEGORY,
                        PAYMENT_TERMS_DAYS,
                        "Days to pay where a customer has no terms of its own",
                        30,
                        0,
                        365),
                decimal("duplicate_threshold", "Likeness from which two customers may be one", "0.40", "0", "1"),
                SettingDeclaration.json(
                        CATEGORY,
                        HEALTH_WEIGHTS,
                        "How much each component of health counts; together 1.00",
                        new Json("{\"recency\":0.30,\"frequency\":0.20,\"monetary\":0.30,\"engagement\":0.20}")),
                decimal(
                        MONETARY_TARGET,
                        "Value of a year's orders that is worth full marks",
                        "50000.00",
                        "0.01",
                        "9999999999.99"),
                SettingDeclaration.number(
                        CATEGORY, AT_RISK_BELOW, "Score below which a customer is at risk", 80, 0, 100),
                SettingDeclaration.number(CATEGORY, CRITICAL_BELOW, "Score below which it is critical", 50, 0, 100));
    }

    private static SettingDeclaration decimal(String key, String label, String initial, String min, String max) {
        return SettingDeclaration.decimal(CATEGORY, key, label, initial, min, max);
    }

    /** CUS-17: weights that do not sum to 1.00 are never stored. */
    @Override
    public Optional<String> fault(SettingDeclaration setting, Json value) {
        return setting.key().equals(HEALTH_WEIGHTS) ? HealthWeights.fault(value) : Optional.empty();
    }
}
