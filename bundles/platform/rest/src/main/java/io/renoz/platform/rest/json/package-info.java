/** JSON in and out: reading with all errors at once, merge patches, writing. */
@NullMarked
package io.renoz.platform.rest.json;

import org.jspecify.annotations.NullMarked;
