/** The papers of an order as PDF. */
@NullMarked
package io.renoz.orders.document;

import org.jspecify.annotations.NullMarked;
