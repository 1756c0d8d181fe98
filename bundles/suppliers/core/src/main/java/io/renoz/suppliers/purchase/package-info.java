/** Buying: what can be done with a purchase order, from its draft to its end. */
@NullMarked
package io.renoz.suppliers.purchase;

import org.jspecify.annotations.NullMarked;
