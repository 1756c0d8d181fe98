/** What customers owe, by age, and the day before which nothing moves. */
@NullMarked
package io.renoz.financial.receivable;

import org.jspecify.annotations.NullMarked;
