/** Secrets that have to be readable again. */
@NullMarked
package io.renoz.platform.security;

import org.jspecify.annotations.NullMarked;
