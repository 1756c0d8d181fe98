package io.renoz.customers.health;

import static io.renoz.customers.CustomerSettings.AT_RISK_BELOW;
import static io.renoz.customers.CustomerSettings.CATEGORY;
import static io.renoz.customers.CustomerSettings.CRITICAL_BELOW;
import static io.renoz.customers.CustomerSettings.HEALTH_WEIGHTS;
import static io.renoz.customers.CustomerSettings.MONETARY_TARGET;

import io.renoz.customers.HealthWeights;
import io.renoz.module.ModuleGate;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SettingsReader;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows by what the organization judges health. */
@Component(service = HealthSettings.class)
public final class HealthSettings {

    private final SettingsReader settings;
    private final OrganizationDirectory organizations;
    private final ModuleGate gate;
    private final Clock clock;

    @Activate
    public HealthSettings(
            @Reference SettingsReader settings,
            @Reference OrganizationDirectory organizations,
            @Reference ModuleGate gate,
            @Reference Clock clock) {
        this.settings = settings;
        this.organizations = organizations;
        this.gate = gate;
        this.clock = clock;
    }

    HealthTerms current() {
        return new HealthTerms(
                organizations.current().today(clock),
                gate.isEnabled("orders"),
                HealthWeights.of(settings.getJson(CATEGORY, HEALTH_WEIGHTS)),
                settings.getDecimal(CATEGORY, MONETARY_TARGET),
                settings.getInt(CATEGORY, AT_RISK_BELOW),
                settings.getInt(CATEGORY, CRITICAL_BELOW));
    }
}
