/** Who sends a request, and whether they may. */
@NullMarked
package io.renoz.platform.rest.caller;

import org.jspecify.annotations.NullMarked;
