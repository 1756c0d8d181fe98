package io.renoz.platform.outbox.job;

import io.renoz.data.Ids;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be executed: a job of an organization, at one of its regular times or because somebody asked.
 *
 * @param ask what tells one request from another; a run that it leads to has the same id
 */
record Instance(String job, UUID organization, Optional<UUID> ask) {

    private static final String SEPARATOR = "/";

    static Instance regular(String job, UUID organization) {
        return new Instance(job, organization, Optional.empty());
    }

    static Instance asked(String job, UUID organization) {
        return new Instance(job, organization, Optional.of(Ids.next()));
    }

    static Instance of(String text) {
        String[] parts = text.split(SEPARATOR, 3);
        return new Instance(
                parts[0],
                UUID.fromString(parts[1]),
                parts.length > 2 ? Optional.of(UUID.fromString(parts[2])) : Optional.empty());
    }

    @Override
    public String toString() {
        return job + SEPARATOR + organization + ask.map(id -> SEPARATOR + id).orElse("");
    }
}
