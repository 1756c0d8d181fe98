/** The tree that products are grouped in. */
@NullMarked
package io.renoz.products.category;

import org.jspecify.annotations.NullMarked;
