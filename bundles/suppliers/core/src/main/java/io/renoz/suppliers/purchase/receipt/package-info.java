/** What arrived of what was ordered. */
@NullMarked
package io.renoz.suppliers.purchase.receipt;

import org.jspecify.annotations.NullMarked;
