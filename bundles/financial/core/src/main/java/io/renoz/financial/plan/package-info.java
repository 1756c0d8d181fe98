/** Payment plans: orders that are paid in parts. */
@NullMarked
package io.renoz.financial.plan;

import org.jspecify.annotations.NullMarked;
