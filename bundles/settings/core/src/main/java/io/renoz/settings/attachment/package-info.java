/** Files of records. */
@NullMarked
package io.renoz.settings.attachment;

import org.jspecify.annotations.NullMarked;
