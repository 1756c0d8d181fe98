/** Orders as other modules meet them: looked up, taken in, and told of. */
@NullMarked
package io.renoz.orders.directory;

import org.jspecify.annotations.NullMarked;
