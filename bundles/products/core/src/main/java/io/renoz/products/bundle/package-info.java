/** What bundles are made of. */
@NullMarked
package io.renoz.products.bundle;

import org.jspecify.annotations.NullMarked;
