/** One JAX-RS application for each module: built, called, taken away. */
@NullMarked
package io.renoz.platform.rest.application;

import org.jspecify.annotations.NullMarked;
