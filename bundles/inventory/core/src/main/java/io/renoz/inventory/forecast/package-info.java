/** What will be needed. */
@NullMarked
package io.renoz.inventory.forecast;

import org.jspecify.annotations.NullMarked;
