package io.renoz.customers.health;

import static io.renoz.customers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.CustomerSettings;
import io.renoz.customers.HealthWeights;
import io.renoz.customers.health.Health.Band;
import io.renoz.data.Json;
import io.renoz.settings.api.SettingDeclaration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final HealthWeights WEIGHTS = new HealthWeights(of("0.30"), of("0.20"), of("0.30"), of("0.20"));

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static String recency(int days) {
        return Health.recency(TODAY.minusDays(days), TODAY).toString();
    }

    @Test
    @DisplayName("CUS-16: recency is full for 30 days, then falls to nothing at 365")
    void fallsAsOrdersGrowOld() {
        assertThat(recency(0)).isEqualTo("100.00");
        assertThat(recency(30)).isEqualTo("100.00");
        assertThat(recency(31)).isEqualTo("99.70");
        assertThat(recency(100)).isEqualTo("79.10");
        assertThat(recency(364)).isEqualTo("0.30");
        assertThat(recency(365)).isEqualTo("0.00");
        assertThat(recency(2000)).isEqualTo("0.00");
        assertThat(Health.recency(null, TODAY)).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("CUS-16: frequency and engagement are ten points each time, money is a share of the target")
    void risesWithOrdersMoneyAndTalk() {
        assertThat(Health.frequency(4)).hasToString("40.00");
        assertThat(Health.frequency(11)).hasToString("100.00");
        assertThat(Health.engagement(2)).hasToString("20.00");
        assertThat(Health.engagement(90)).hasToString("100.00");
        assertThat(Health.monetary(of("40000.00"), of("50000.00"))).hasToString("80.00");
        assertThat(Health.monetary(of("12345.67"), of("50000.00"))).hasToString("24.69");
        assertThat(Health.monetary(of("60000"), of("50000"))).hasToString("100.00");
        assertThat(Health.monetary(of("-5"), of("50000"))).hasToString("0.00");
    }

    @Test
    @DisplayName("CUS-17: 50, 40, 80 and 20 make 51")
    void isTheWeightedSum() {
        Health health = Health.of(of("50"), of("40"), of("80"), of("20"), WEIGHTS);

        assertThat(health.overall()).hasToString("51.00");
        assertThat(health.score()).isEqualTo(51);
    }

    @Test
    @DisplayName("CUS-17: the score is rounded half up to a whole number")
    void isShownAsAWholeNumber() {
        assertThat(Health.ofEngagement(of("79.50")).score()).isEqualTo(80);
        assertThat(Health.ofEngagement(of("79.49")).score()).isEqualTo(79);
    }

    @Test
    @DisplayName("CUS-17: without orders it is engagement alone")
    void isEngagementWithoutOrders() {
        Health health = Health.ofEngagement(of("30.00"));

        assertThat(health.overall()).isEqualByComparingTo("30");
        assertThat(health.recency()).isEmpty();
    }

    @Test
    @DisplayName("CUS-17: healthy from 80, critical below 50")
    void fallsIntoThreeBands() {
        assertThat(Band.of(80, 80, 50)).isEqualTo(Band.HEALTHY);
        assertThat(Band.of(79, 80, 50)).isEqualTo(Band.AT_RISK);
        assertThat(Band.of(50, 80, 50)).isEqualTo(Band.AT_RISK);
        assertThat(Band.of(49, 80, 50)).isEqualTo(Band.CRITICAL);
    }

    @Test
    @DisplayName("CUS-17: weights sum to 1.00, or are refused")
    void takesWeightsThatSumToOne() {
        assertThat(HealthWeights.of(
                        new Json("{\"recency\":0.25,\"frequency\":0.25,\"monetary\":0.5,\"engagement\":0}")))
                .isEqualTo(new HealthWeights(of("0.25"), of("0.25"), of("0.5"), of("0")));
        assertRefused(() -> HealthWeights.of(
                        new Json("{\"recency\":0.5,\"frequency\":0.5,\"monetary\":0.5,\"engagement\":0}")))
                .isEqualTo("invalid-setting-value");
        assertRefused(() ->
                        HealthWeights.of(new Json("{\"recency\":2,\"frequency\":-1,\"monetary\":0,\"engagement\":0}")))
                .isEqualTo("invalid-setting-value");
        assertRefused(() -> HealthWeights.of(new Json("{\"recency\":1}"))).isEqualTo("invalid-setting-value");
        assertRefused(() -> HealthWeights.of(new Json("[1]"))).isEqualTo("invalid-setting-value");
        assertRefused(() -> HealthWeights.of(new Json("{\"recency\":\"1\"}"))).isEqualTo("invalid-setting-value");
    }

    @Test
    @DisplayName("CUS-17: weights that do not sum to 1.00 are refused when the setting is set")
    void refusesWeightsThatAreSet() {
        var settings = new CustomerSettings();
        SettingDeclaration weights = declared(settings, CustomerSettings.HEALTH_WEIGHTS);
        SettingDeclaration target = declared(settings, CustomerSettings.MONETARY_TARGET);

        assertThat(settings.fault(weights, new Json("{\"recency\": 1.01}")))
                .hasValueSatisfying(said -> assertThat(said).contains("sum to 1.00"));
        assertThat(settings.fault(weights, Objects.requireNonNull(weights.initial())))
                .isEmpty();
        assertThat(settings.fault(target, new Json("9"))).isEmpty();
    }

    private static SettingDeclaration declared(CustomerSettings settings, String key) {
        return settings.list().stream()
                .filter(declared -> declared.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
