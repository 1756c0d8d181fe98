/** Mail: queued with what asks for it, handed over after the commit. */
@NullMarked
package io.renoz.platform.mail;

import org.jspecify.annotations.NullMarked;
