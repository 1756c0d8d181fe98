/** Who has to approve which orders, and what they decided. */
@NullMarked
package io.renoz.suppliers.purchase.approval;

import org.jspecify.annotations.NullMarked;
