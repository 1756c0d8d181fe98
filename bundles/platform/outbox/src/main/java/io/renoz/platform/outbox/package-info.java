/** Events: written with what caused them, delivered after the commit. */
@NullMarked
package io.renoz.platform.outbox;

import org.jspecify.annotations.NullMarked;
