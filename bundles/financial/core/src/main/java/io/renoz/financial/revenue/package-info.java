/** Revenue of orders, recognized, planned and deferred. */
@NullMarked
package io.renoz.financial.revenue;

import org.jspecify.annotations.NullMarked;
