/** How orders end before their time: cancelled, or with a remainder that is given up. */
@NullMarked
package io.renoz.orders.ending;

import org.jspecify.annotations.NullMarked;
