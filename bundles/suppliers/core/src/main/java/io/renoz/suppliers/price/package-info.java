/** What suppliers ask for products, and how that changes. */
@NullMarked
package io.renoz.suppliers.price;

import org.jspecify.annotations.NullMarked;
