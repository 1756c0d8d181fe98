/** How lines are taxed. */
@NullMarked
package io.renoz.products.tax;

import org.jspecify.annotations.NullMarked;
