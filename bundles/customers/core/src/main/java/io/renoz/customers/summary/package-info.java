/** The account page in one call. */
@NullMarked
package io.renoz.customers.summary;

import org.jspecify.annotations.NullMarked;
