package io.renoz.inventory.api;

import java.util.UUID;

/**
 * A document that asks for stock.
 *
 * @param type module and kind of its lines: {@code orders.order_line}, {@code jobs.material}; at most 60 characters
 * @param id the document: the order, the job
 */
public record DemandRef(String type, UUID id) {}
