/** Goods on their way between locations. */
@NullMarked
package io.renoz.inventory.transfer;

import org.jspecify.annotations.NullMarked;
