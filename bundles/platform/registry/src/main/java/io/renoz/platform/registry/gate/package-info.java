/** Which organization has which modules on, in memory. */
@NullMarked
package io.renoz.platform.registry.gate;

import org.jspecify.annotations.NullMarked;
