/** Changes of confirmed orders, with approval. */
@NullMarked
package io.renoz.orders.amendment;

import org.jspecify.annotations.NullMarked;
