/** Changes of orders that were sent already. */
@NullMarked
package io.renoz.suppliers.purchase.amendment;

import org.jspecify.annotations.NullMarked;
