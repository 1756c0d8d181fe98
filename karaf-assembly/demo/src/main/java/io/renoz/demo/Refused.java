package io.renoz.demo;

/** An answer that is no success, in the platform's own words. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    Refused(String call, int status, String problem, String body) {
        super(call + " was answered " + status + ": " + body);
        this.problem = problem;
    }

    /** The last part of the problem's type, as {@code duplicate-value}; empty when the answer was no problem. */
    String problem() {
        return problem;
    }
}
