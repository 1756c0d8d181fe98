/** Claims on stock. */
@NullMarked
package io.renoz.inventory.reservation;

import org.jspecify.annotations.NullMarked;
