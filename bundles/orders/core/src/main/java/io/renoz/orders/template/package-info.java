/** Orders that are made again and again. */
@NullMarked
package io.renoz.orders.template;

import org.jspecify.annotations.NullMarked;
