/** Units with serial numbers. */
@NullMarked
package io.renoz.inventory.serial;

import org.jspecify.annotations.NullMarked;
