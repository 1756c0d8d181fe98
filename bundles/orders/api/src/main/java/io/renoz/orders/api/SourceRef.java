package io.renoz.orders.api;

import java.util.UUID;

/**
 * What an act of another module comes from, so that it takes effect once however often it is told.
 *
 * @param type module and kind, as {@code jobs.material} or {@code support.return_line}
 * @param id of that record
 */
public record SourceRef(String type, UUID id) {}
