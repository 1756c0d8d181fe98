/** Sites that hold stock, and the places inside them. */
@NullMarked
package io.renoz.inventory.location;

import org.jspecify.annotations.NullMarked;
