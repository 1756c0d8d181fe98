/** Picking, serial numbers, shipments and deliveries. */
@NullMarked
package io.renoz.orders.fulfilment;

import org.jspecify.annotations.NullMarked;
