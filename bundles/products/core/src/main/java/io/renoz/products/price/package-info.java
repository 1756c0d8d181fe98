/** What products cost, whom and when, and how that changed. */
@NullMarked
package io.renoz.products.price;

import org.jspecify.annotations.NullMarked;
