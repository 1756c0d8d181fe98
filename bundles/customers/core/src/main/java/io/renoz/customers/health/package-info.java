/** Figures about a customer that are computed from elsewhere, and what they say of its health. */
@NullMarked
package io.renoz.customers.health;

import org.jspecify.annotations.NullMarked;
