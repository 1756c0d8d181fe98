/** A small module to try the platform on. */
@NullMarked
package io.renoz.platform.rest.sample;

import org.jspecify.annotations.NullMarked;
