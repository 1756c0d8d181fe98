/** Products that go with others. */
@NullMarked
package io.renoz.products.relation;

import org.jspecify.annotations.NullMarked;
