package io.renoz.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * Writes values for people: in a language, with the organization's own order of dates and separators of numbers, which are the
 * same in every language. Rounds half up. Immutable.
 *
 * <p>{@code directory.current().format().money(total)}
 */
public final class Format {

    private static final char FIRM_SPACE = '\u00A0';

    private final Locale language;
    private final ZoneId zone;
    private final Currency currency;
    private final String dates;
    private final boolean halfDays;
    private final char thousands;
    private final char decimals;

    private Format(
            Locale language,
            ZoneId zone,
            Currency currency,
            String dates,
            boolean halfDays,
            char thousands,
            char decimals) {
        this.language = language;
        this.zone = zone;
        this.currency = currency;
        this.dates = dates;
        this.halfDays = halfDays;
        this.thousands = thousands;
        this.decimals = decimals;
    }

    /**
     * An organization's.
     *
     * @param language of words and of the place of currency signs
     * @param currency of amounts that name none
     * @param dates {@code DD/MM/YYYY}, {@code MM/DD/YYYY}, {@code YYYY-MM-DD} or {@code DD.MM.YYYY}
     * @param times {@code 12h} or {@code 24h}
     * @param numbers {@code 1,234.56}, {@code 1.234,56} or {@code 1 234,56}
     */
    public static Format of(
            Locale language, ZoneId zone, Currency currency, String dates, String times, String numbers) {
        if (!numbers.matches("1[,. ]234[.,]56")) {
            throw new IllegalArgumentException("No format of numbers: " + numbers);
        }
        char thousands = numbers.charAt(1) == ' ' ? FIRM_SPACE : numbers.charAt(1);
        return new Format(
                language,
                zone,
                currency,
                dates.replace("DD", "dd").replace("YYYY", "uuuu"),
                times.equals("12h"),
                thousands,
                numbers.charAt(5));
    }

    /** The same in another language. */
    public Format in(Locale other) {
        return new Format(other, zone, currency, dates, halfDays, thousands, decimals);
    }

    /** The language. */
    public Locale language() {
        return language;
    }

    /** {@code 31/12/2026} */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(dates, language).format(date);
    }

    /** {@code 31 December 2026}, as the language has it. */
    public String longDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(date);
    }

    /** {@code 4:30 pm} or {@code 16:30}. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(halfDays ? "h:mm a" : "HH:mm", language)
                .format(time);
    }

    /** Date and time where the organization is. */
    public String moment(Instant moment) {
        var there = moment.atZone(zone);
        return date(there.toLocalDate()) + " " + time(there.toLocalTime());
    }

    /** {@code 1,234.5} with the places it has. */
    public String number(BigDecimal number) {
        return number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    /** {@code 1,234.50} with that many places. */
    public String number(BigDecimal number, int places) {
        DecimalFormat format = separated((DecimalFormat) NumberFormat.getNumberInstance(language));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(number);
    }

    /** {@code 12.5%} of 12.5. */
    public String percent(BigDecimal percent) {
        return number(percent) + (language.getLanguage().equals("en") ? "%" : FIRM_SPACE + "%");
    }

    /** An amount in the organization's currency. */
    public String money(BigDecimal amount) {
        return money(amount, currency);
    }

    /** {@code $1,234.50}, with the places of the currency. */
    public String money(BigDecimal amount, Currency in) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(language);
        format.setCurrency(in);
        separated(format);
        apart(format);
        int places = Math.max(0, in.getDefaultFractionDigits());
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(amount);
    }

    /** {@code USD 1.00}: letters before a number stand apart from it. */
    private static void apart(DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        String sign = symbols.getCurrencySymbol();
        if (!sign.isEmpty()
                && Character.isLetter(sign.charAt(sign.length() - 1))
                && format.getPositivePrefix().endsWith(sign)) {
            symbols.setCurrencySymbol(sign + FIRM_SPACE);
            format.setDecimalFormatSymbols(symbols);
        }
    }

    private DecimalFormat separated(DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setGroupingSeparator(thousands);
        symbols.setMonetaryGroupingSeparator(thousands);
        symbols.setDecimalSeparator(decimals);
        symbols.setMonetaryDecimalSeparator(decimals);
        symbols.setMinusSign('-');
        symbols.setZeroDigit('0');
        format.setDecimalFormatSymbols(symbols);
        format.setGroupingUsed(true);
        format.setGroupingSize(3);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
