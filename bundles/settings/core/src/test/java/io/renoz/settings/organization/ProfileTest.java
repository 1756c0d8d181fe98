package io.renoz.settings.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.organization.Formats.DateFormat;
import io.renoz.settings.organization.Formats.NumberFormat;
import io.renoz.settings.organization.Formats.TimeFormat;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static Profile profile(String domain, String country, String timezone, String locale, String currency) {
        return new Profile(
                "Acme",
                null,
                domain,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                country,
                timezone,
                locale,
                currency,
                DateFormat.ISO,
                TimeFormat.TWENTY_FOUR_HOURS,
                NumberFormat.SPACE_COMMA,
                1,
                1,
                BigDecimal.TEN,
                30,
                null,
                null,
                null);
    }

    @Test
    @DisplayName("SET-11: zone, language, currency and country are names that the world knows")
    void acceptsWhatTheWorldKnows() {
        Profile profile = profile("Shop.Acme.example", "NZ", "Pacific/Auckland", "mi-NZ", "NZD");

        assertThat(profile.domain()).isEqualTo("shop.acme.example");
    }

    @Test
    @DisplayName("SET-11: everything that is not known is told at once")
    void tellsAllThatIsUnknown() {
        Problem refusal =
                catchThrowableOfType(Problem.class, () -> profile("no host", "XX", "Mars/Base", "english!", "QQQ"));

        assertThat(refusal.slug()).isEqualTo("validation-failed");
        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/domain", "/countryCode", "/timezone", "/locale", "/currency");
    }
}
