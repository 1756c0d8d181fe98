package io.renoz.platform.rest.idempotency;

import java.util.Map;

/**
 * An answer as it was first given.
 *
 * @param hash of the request it answered
 * @param body JSON; empty where there is none
 */
record KeptAnswer(String hash, int status, Map<String, String> headers, String body) {

    KeptAnswer {
        headers = Map.copyOf(headers);
    }
}
