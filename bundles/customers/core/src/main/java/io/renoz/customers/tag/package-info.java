/** Labels for grouping customers. */
@NullMarked
package io.renoz.customers.tag;

import org.jspecify.annotations.NullMarked;
