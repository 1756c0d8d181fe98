package io.renoz.settings.sequence;

import io.renoz.problem.Problem;
import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SET-19: how a number is written. Text with the tokens {@code {prefix} {yyyy} {yy} {mm} {fy} {seq:5}}; the width of the
 * last is the least number of digits.
 */
final class NumberPattern {

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SEQ = Pattern.compile("seq(:([1-9]|1[0-8]))?");
    private static final Set<String> PLAIN = Set.of("prefix", "yyyy", "yy", "mm", "fy");

    private final String text;
    private final Set<String> tokens;

    private NumberPattern(String text, Set<String> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * @throws Problem {@code validation-failed} for a pattern that would give two documents the same number
     */
    static NumberPattern of(String text, SequenceReset reset) {
        var tokens = new HashSet<String>();
        int sequences = 0;
        for (MatchResult match : TOKEN.matcher(text).results().toList()) {
            String token = match.group(1);
            boolean seq = SEQ.matcher(token).matches();
            if (!seq && !PLAIN.contains(token)) {
                throw refused("{" + token + "} is none of {prefix} {yyyy} {yy} {mm} {fy} {seq:5}.");
            }
            sequences += seq ? 1 : 0;
            tokens.add(token);
        }
        if (sequences != 1) {
            throw refused("A pattern has {seq} exactly once.");
        }
        var pattern = new NumberPattern(text, tokens);
        if (!pattern.tells(reset)) {
            throw refused("A sequence that begins anew "
                    + reset.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " shows in its numbers when that was.");
        }
        return pattern;
    }

    private static Problem refused(String why) {
        return Problem.invalid("pattern", why);
    }

    /** Whether numbers of two periods differ. A fiscal year has parts of two calendar years. */
    private boolean tells(SequenceReset reset) {
        boolean year = tokens.contains("yyyy") || tokens.contains("yy");
        boolean month = tokens.contains("mm") && (year || fiscal());
        return switch (reset) {
            case NEVER -> true;
            case YEARLY -> year || month;
            case FISCAL_YEARLY -> fiscal() || month;
            case MONTHLY -> month;
        };
    }

    boolean fiscal() {
        return tokens.contains("fy");
    }

    String format(String prefix, LocalDate date, int fiscalYearStart, long number) {
        return TOKEN.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(value(match.group(1), prefix, date, fiscalYearStart, number)));
    }

    private static String value(String token, String prefix, LocalDate date, int fiscalYearStart, long number) {
        return switch (token) {
            case "prefix" -> prefix;
            case "yyyy" -> String.format(Locale.ROOT, "%04d", date.getYear());
            case "yy" -> String.format(Locale.ROOT, "%02d", date.getYear() % 100);
            case "mm" -> String.format(Locale.ROOT, "%02d", date.getMonthValue());
            case "fy" -> String.format(Locale.ROOT, "%04d", Period.fiscalYear(date, fiscalYearStart));
            default -> padded(token, number);
        };
    }

    private static String padded(String seq, long number) {
        int colon = seq.indexOf(':');
        int width = colon < 0 ? 1 : Integer.parseInt(seq.substring(colon + 1));
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
