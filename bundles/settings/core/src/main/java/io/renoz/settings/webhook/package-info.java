/** Tells addresses outside of what happens. */
@NullMarked
package io.renoz.settings.webhook;

import org.jspecify.annotations.NullMarked;
