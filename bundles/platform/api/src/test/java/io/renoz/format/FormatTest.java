package io.renoz.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static final BigDecimal AMOUNT = new BigDecimal("1234567.505");
    private static final Currency AUD = Currency.getInstance("AUD");
    private final Format sydney = Format.of(
            Locale.forLanguageTag("en-AU"), ZoneId.of("Australia/Sydney"), AUD, "DD/MM/YYYY", "12h", "1,234.56");
    private final Format berlin = Format.of(
            Locale.GERMANY, ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"), "DD.MM.YYYY", "24h", "1.234,56");

    @Test
    void writesDatesInTheOrganizationsOrder() {
        LocalDate date = LocalDate.parse("2026-03-09");

        assertThat(sydney.date(date)).isEqualTo("09/03/2026");
        assertThat(berlin.date(date)).isEqualTo("09.03.2026");
        assertThat(sydney.longDate(date)).isEqualTo("9 March 2026");
        assertThat(berlin.longDate(date)).isEqualTo("9. März 2026");
        assertThat(sydney.in(Locale.GERMANY).date(date)).isEqualTo("09/03/2026");
        assertThat(sydney.in(Locale.GERMANY).longDate(date)).isEqualTo("9. März 2026");
    }

    @Test
    void writesTimesWhereTheOrganizationIs() {
        assertThat(sydney.time(LocalTime.of(16, 5))).isEqualToIgnoringCase("4:05 pm");
        assertThat(berlin.time(LocalTime.of(16, 5))).isEqualTo("16:05");
        assertThat(berlin.moment(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("02.07.2026 00:30");
    }

    @Test
    void writesNumbersWithTheOrganizationsSeparators() {
        assertThat(sydney.number(AMOUNT)).isEqualTo("1,234,567.505");
        assertThat(berlin.number(AMOUNT)).isEqualTo("1.234.567,505");
        assertThat(berlin.in(Locale.US).number(AMOUNT, 2)).isEqualTo("1.234.567,51");
        assertThat(sydney.number(new BigDecimal("1200"))).isEqualTo("1,200");
        assertThat(sydney.number(new BigDecimal("-0.5"), 0)).isEqualTo("-1");
        assertThat(sydney.percent(new BigDecimal("12.50"))).isEqualTo("12.5%");
        assertThat(berlin.percent(new BigDecimal("19"))).isEqualTo("19\u00A0%");
    }

    @Test
    void writesMoneyWithThePlacesOfItsCurrency() {
        assertThat(sydney.money(AMOUNT)).isEqualTo("$1,234,567.51");
        assertThat(sydney.money(new BigDecimal("-3"))).isEqualTo("-$3.00");
        assertThat(berlin.money(AMOUNT)).isEqualTo("1.234.567,51\u00A0€");
        assertThat(sydney.money(new BigDecimal("1234.5"), Currency.getInstance("JPY")))
                .contains("1,235")
                .doesNotContain(".");
        assertThat(sydney.money(BigDecimal.ONE, Currency.getInstance("USD"))).isEqualTo("USD\u00A01.00");
    }

    @Test
    void takesSpacesBetweenThousandsThatDoNotBreak() {
        Format paris = Format.of(
                Locale.FRANCE, ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"), "DD/MM/YYYY", "24h", "1 234,56");

        assertThat(paris.money(AMOUNT)).isEqualTo("1\u00A0234\u00A0567,51\u00A0€");
        assertThatThrownBy(() -> Format.of(Locale.FRANCE, ZoneId.of("Europe/Paris"), AUD, "DD", "24h", "nonsense"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
