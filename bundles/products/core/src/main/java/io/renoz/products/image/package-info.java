/** Pictures of products. */
@NullMarked
package io.renoz.products.image;

import org.jspecify.annotations.NullMarked;
