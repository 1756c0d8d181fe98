/** How documents look. */
@NullMarked
package io.renoz.settings.document;

import org.jspecify.annotations.NullMarked;
