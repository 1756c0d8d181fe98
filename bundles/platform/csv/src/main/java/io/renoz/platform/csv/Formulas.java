package io.renoz.platform.csv;

/**
 * SET-20: texts that programs for tables would calculate. A number is none, be it negative: it has no text of anybody's making in
 * it.
 */
final class Formulas {

    private static final String STARTS = "=+-@\t\r\n";
    private static final char GUARD = '\'';

    private Formulas() {}

    static String guarded(String text) {
        return begins(text, 0) ? GUARD + text : text;
    }

    static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && begins(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean begins(String text, int at) {
        return text.length() > at && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
