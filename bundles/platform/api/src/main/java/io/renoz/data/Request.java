package io.renoz.data;

import java.util.Optional;
import java.util.UUID;

/**
 * The request behind a call, for preconditions and the audit log.
 *
 * @param id unique; in every log line and problem of the request
 * @param ifMatch the If-Match header as sent
 * @param address address of the client
 * @param userAgent at most 500 characters
 */
public record Request(UUID id, Optional<String> ifMatch, Optional<String> address, Optional<String> userAgent) {

    /** Stands for work that no request started. */
    public static Request none(UUID id) {
        return new Request(id, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
