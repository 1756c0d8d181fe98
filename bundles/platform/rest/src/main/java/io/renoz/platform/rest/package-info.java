/** The HTTP side of the platform: one front servlet, one application of resources for each module behind it. */
@NullMarked
package io.renoz.platform.rest;

import org.jspecify.annotations.NullMarked;
