/** Purchase orders, their lines and what they come to. */
@NullMarked
package io.renoz.suppliers.purchase.order;

import org.jspecify.annotations.NullMarked;
