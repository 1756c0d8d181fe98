package io.renoz.settings.webhook;

import org.jspecify.annotations.Nullable;

/**
 * How one request went.
 *
 * @param status of the answer; null when none came
 * @param excerpt the beginning of the answer
 * @param error why it failed; null when it did not
 */
record Attempt(
        @Nullable Integer status,
        @Nullable String excerpt,
        int durationMs,
        @Nullable String error) {

    boolean delivered() {
        return error == null;
    }
}
