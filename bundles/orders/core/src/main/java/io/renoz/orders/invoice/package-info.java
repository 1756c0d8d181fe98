/** Issuing, scheduling and sending the invoice that every order is. */
@NullMarked
package io.renoz.orders.invoice;

import org.jspecify.annotations.NullMarked;
