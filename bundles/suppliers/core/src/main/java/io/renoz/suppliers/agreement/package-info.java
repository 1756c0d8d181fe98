/** Framework agreements with suppliers. */
@NullMarked
package io.renoz.suppliers.agreement;

import org.jspecify.annotations.NullMarked;
