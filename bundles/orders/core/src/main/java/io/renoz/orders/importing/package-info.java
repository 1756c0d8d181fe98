/** Orders from files. */
@NullMarked
package io.renoz.orders.importing;

import org.jspecify.annotations.NullMarked;
