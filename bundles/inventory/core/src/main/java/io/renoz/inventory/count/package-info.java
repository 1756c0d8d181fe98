/** Stocktakes. */
@NullMarked
package io.renoz.inventory.count;

import org.jspecify.annotations.NullMarked;
