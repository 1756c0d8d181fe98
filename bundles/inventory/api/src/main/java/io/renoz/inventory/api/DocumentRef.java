package io.renoz.inventory.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The document behind a posting.
 *
 * @param type module and kind: {@code orders.shipment}, {@code suppliers.receipt}, {@code jobs.job}; at most 60 characters
 * @param id the document
 * @param number its human number, at most 50 characters
 */
public record DocumentRef(String type, UUID id, @Nullable String number) {}
