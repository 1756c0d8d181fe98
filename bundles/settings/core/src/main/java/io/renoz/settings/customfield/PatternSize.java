package io.renoz.settings.customfield;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern is once its repetitions are written out, as it is for matching: {@code (a{1000}){1000}} is a million steps.
 * An estimate that is never too low.
 */
final class PatternSize {

    private static final long LARGEST = 1L << 40;

    private final String text;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long group;
    private long atom;

    private PatternSize(String text) {
        this.text = text;
    }

    static long of(String pattern) {
        return new PatternSize(pattern).measure();
    }

    private long measure() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '(' -> {
                    closeAtom();
                    outer.push(group);
                    group = 0;
                    at++;
                }
                case ')' -> {
                    closeAtom();
                    atom = group + 1;
                    group = outer.isEmpty() ? 0 : outer.pop();
                    at++;
                }
                case '{' -> repeat();
                case '[' -> characters();
                default -> single(c);
            }
        }
        closeAtom();
        return outer.stream().mapToLong(Long::longValue).sum() + group;
    }

    private void closeAtom() {
        group = Math.min(LARGEST, group + atom);
        atom = 0;
    }

    private void single(char c) {
        closeAtom();
        atom = 1;
        at += c == '\\' ? 2 : 1;
    }

    /** What stands between brackets is one step. */
    private void characters() {
        closeAtom();
        atom = 1;
        at++;
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ']') {
            at++;
        }
        while (at < text.length() && text.charAt(at) != ']') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    /** {@code {3}}, {@code {3,}} or {@code {3,5}}; anything else is meant as it stands. */
    private void repeat() {
        int end = text.indexOf('}', at);
        String inside = end < 0 ? "" : text.substring(at + 1, end);
        if (!inside.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            single('{');
            return;
        }
        long most = 1;
        for (String count : inside.split(",", -1)) {
            most = count.isEmpty() ? most + 1 : Math.max(most, Long.parseLong(count));
        }
        atom = Math.min(LARGEST, Math.max(1, atom) * most);
        at = end + 1;
    }
}
