/** Typed properties of products. */
@NullMarked
package io.renoz.products.attribute;

import org.jspecify.annotations.NullMarked;
