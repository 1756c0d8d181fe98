/**
 * Orders with their lines and addresses: how they are drafted, priced, confirmed, cancelled, and how far they are.
 *
 * <p>{@link io.renoz.orders.order.Order} and {@link io.renoz.orders.order.OrderLine} are changed by other packages through their
 * verbs only. After goods moved, {@link io.renoz.orders.order.Progress} says where the order is (ORD-13); after money or totals
 * moved, {@link io.renoz.orders.order.Settlement} says what is due (ORD-19). Whoever changes an order locks its row first.
 */
@NullMarked
package io.renoz.orders.order;

import org.jspecify.annotations.NullMarked;
