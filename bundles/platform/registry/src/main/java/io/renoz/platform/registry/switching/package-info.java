/** Turning modules on and off for an organization. */
@NullMarked
package io.renoz.platform.registry.switching;

import org.jspecify.annotations.NullMarked;
