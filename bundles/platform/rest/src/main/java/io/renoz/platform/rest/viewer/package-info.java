/** The page that shows the OpenAPI document to people. */
@NullMarked
package io.renoz.platform.rest.viewer;

import org.jspecify.annotations.NullMarked;
