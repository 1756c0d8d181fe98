/** Files on their way in and out. */
@NullMarked
package io.renoz.platform.rest.file;

import org.jspecify.annotations.NullMarked;
