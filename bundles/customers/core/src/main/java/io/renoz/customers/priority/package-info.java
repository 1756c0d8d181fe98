/** What service a customer was promised. */
@NullMarked
package io.renoz.customers.priority;

import org.jspecify.annotations.NullMarked;
