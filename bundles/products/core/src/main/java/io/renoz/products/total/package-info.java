/** The arithmetic of documents. */
@NullMarked
package io.renoz.products.total;

import org.jspecify.annotations.NullMarked;
