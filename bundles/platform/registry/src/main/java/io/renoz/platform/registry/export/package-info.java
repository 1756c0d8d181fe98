/** Everything of one organization, in one file. */
@NullMarked
package io.renoz.platform.registry.export;

import org.jspecify.annotations.NullMarked;
