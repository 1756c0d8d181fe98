/** Goods that come, go, move and change. */
@NullMarked
package io.renoz.inventory.posting;

import org.jspecify.annotations.NullMarked;
