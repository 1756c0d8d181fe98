/** What goods cost beyond their price. */
@NullMarked
package io.renoz.suppliers.purchase.cost;

import org.jspecify.annotations.NullMarked;
