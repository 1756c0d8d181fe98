/** Making one account of several. */
@NullMarked
package io.renoz.customers.merge;

import org.jspecify.annotations.NullMarked;
