/** The OpenAPI document of what a caller may use. */
@NullMarked
package io.renoz.platform.rest.openapi;

import org.jspecify.annotations.NullMarked;
