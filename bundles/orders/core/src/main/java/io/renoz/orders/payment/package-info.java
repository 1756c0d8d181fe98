/** Money received, given back and credited, and what is due. */
@NullMarked
package io.renoz.orders.payment;

import org.jspecify.annotations.NullMarked;
