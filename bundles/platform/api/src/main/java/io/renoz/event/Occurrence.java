package io.renoz.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it happened.
 *
 * @param id the same each time it is delivered, and for every listener
 * @param at when it was published
 */
public record Occurrence(UUID id, Instant at, DomainEvent event) {}
