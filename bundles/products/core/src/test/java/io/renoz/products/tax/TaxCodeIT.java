package io.renoz.products.tax;

import static io.renoz.products.Refusals.assertInvalid;
import static io.renoz.products.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.ListQuery;
import io.renoz.products.Shop;
import io.renoz.products.Together;
import io.renoz.products.Wire;
import io.renoz.products.api.TaxRate;
import io.renoz.products.api.TaxType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaxCodeIT {

    private final Shop shop = new Shop();

    private TaxCodeResource.View make(String json) {
        return shop.in(() -> shop.taxCodes.create(Wire.read(json, TaxCodeResource.Input.class)))
                .body();
    }

    private TaxCodeResource.View patch(UUID id, String json) {
        int version = shop.in(() -> shop.taxCodes.get(id)).version();
        return shop.organization
                .ifMatch(version)
                .call(() -> shop.taxCodes.update(id, Wire.patch(json, TaxCodeResource.Input.class)));
    }

    private List<String> defaults() {
        return shop.organization.read(() -> shop.taxCodes.list(ListQuery.first(50))).items().stream()
                .filter(TaxCodeResource.View::isDefault)
                .map(TaxCodeResource.View::code)
                .toList();
    }

    @Test
    @DisplayName("PRD-10: exactly one code is the default, whoever becomes it and however many at once")
    void hasOneDefault() throws Exception {
        assertThat(defaults()).containsExactly("GST");
        UUID gst = shop.taxCode("GST");
        UUID other = make("{\"code\":\"NEW\",\"name\":\"New\",\"rate\":5,\"isDefault\":true}")
                .id();
        assertThat(defaults()).containsExactly("NEW");
        patch(shop.taxCode("GST"), "{\"isDefault\":true}");
        assertThat(defaults()).containsExactly("GST");
        assertInvalid(() -> patch(shop.taxCode("GST"), "{\"isDefault\":false}")).isEqualTo("/isDefault");
        assertInvalid(() -> patch(shop.taxCode("GST"), "{\"isActive\":false}")).isEqualTo("/isActive");
        assertRefused(() -> shop.organization.run(() -> shop.taxCodes.delete(gst)))
                .isEqualTo("invalid-state");

        Together.run(
                () -> make("{\"code\":\"X\",\"name\":\"X\",\"isDefault\":true}"),
                () -> make("{\"code\":\"Y\",\"name\":\"Y\",\"isDefault\":true}"),
                () -> patch(other, "{\"isDefault\":true}"));
        assertThat(defaults()).hasSize(1);
    }

    @Test
    @DisplayName("PRD-10: the first code of all is the default by itself")
    void beginsWithADefault() {
        shop.organization.sql(
                "products", "delete from products.tax_codes where organization_id = ?", shop.organization.id());

        assertThat(make("{\"code\":\"A\",\"name\":\"A\"}").isDefault()).isTrue();
        assertThat(make("{\"code\":\"B\",\"name\":\"B\"}").isDefault()).isFalse();
    }

    @Test
    @DisplayName("PRD-10: a code that a product has is not deleted")
    void staysWhileUsed() {
        UUID used = make("{\"code\":\"U\",\"name\":\"U\"}").id();
        shop.make("{\"name\":\"A\",\"taxCodeId\":\"" + used + "\"}");
        UUID unused = make("{\"code\":\"V\",\"name\":\"V\"}").id();

        assertThatThrownBy(() -> shop.organization.run(() -> shop.taxCodes.delete(used)))
                .hasStackTraceContaining("violates foreign key constraint");
        shop.organization.run(() -> shop.taxCodes.delete(unused));
        assertRefused(() -> shop.in(() -> shop.taxCodes.get(unused))).isEqualTo("not-found");
    }

    @Test
    @DisplayName("PRD-10: an announced rate holds from its day on, and becomes the rate on it")
    void changesItsRate() {
        UUID code =
                make("{\"code\":\"N\",\"name\":\"N\",\"rate\":10,\"nextRate\":12.5,\"nextRateFrom\":\"2026-03-03\"}")
                        .id();

        TaxRate before = shop.in(() -> shop.taxRates.rateOn(code, LocalDate.of(2026, 3, 2)));
        TaxRate after = shop.in(() -> shop.taxRates.rateOn(code, LocalDate.of(2026, 3, 3)));
        assertThat(before.rate()).isEqualByComparingTo("10");
        assertThat(after.rate()).isEqualByComparingTo("12.5");
        Map<UUID, TaxRate> many = shop.in(() -> shop.taxRates.ratesOn(List.of(code), LocalDate.of(2026, 3, 3)));
        assertThat(many).containsOnlyKeys(code);

        shop.in(() -> shop.rateSwitch.run(Optional.empty()));
        assertThat(shop.in(() -> shop.taxCodes.get(code)).rate()).isEqualByComparingTo("10");
        shop.neighbours.clock.forward(Duration.ofDays(1));
        shop.in(() -> shop.rateSwitch.run(Optional.empty()));
        var switched = shop.in(() -> shop.taxCodes.get(code));
        assertThat(switched.rate()).isEqualByComparingTo("12.5");
        assertThat(switched.nextRate()).isNull();
        shop.in(() -> shop.rateSwitch.run(Optional.empty()));
        assertThat(shop.in(() -> shop.taxCodes.get(code)).version()).isEqualTo(switched.version());
    }

    @Test
    @DisplayName("PRD-11: all but GST have the rate 0")
    void taxesGstAlone() {
        assertInvalid(() -> make("{\"code\":\"A\",\"name\":\"A\",\"taxType\":\"export\",\"rate\":1}"))
                .isEqualTo("/rate");
        assertInvalid(
                        () -> make(
                                "{\"code\":\"A\",\"name\":\"A\",\"taxType\":\"gst_free\",\"nextRate\":1,\"nextRateFrom\":\"2026-05-01\"}"))
                .isEqualTo("/nextRate");
        assertInvalid(() -> make("{\"code\":\"A\",\"name\":\"A\",\"nextRate\":1}"))
                .isEqualTo("/nextRateFrom");
    }

    @Test
    @DisplayName("Codes are found by their class, and the default by itself")
    void isFound() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(shop.in(() -> shop.taxRates.defaultOn(day)).code()).isEqualTo("GST");
        assertThat(shop.in(() -> shop.taxRates.forType(TaxType.EXPORT, day)).code())
                .isEqualTo("EXP");
        assertRefused(() -> shop.in(() -> shop.taxRates.forType(TaxType.INPUT_TAXED, day)))
                .isEqualTo("not-found");
    }
}
