/** Suppliers, their people and places, and how well they do. */
@NullMarked
package io.renoz.suppliers.supplier;

import org.jspecify.annotations.NullMarked;
