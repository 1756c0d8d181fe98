/** Products themselves, their life, and how others find them. */
@NullMarked
package io.renoz.products.product;

import org.jspecify.annotations.NullMarked;
