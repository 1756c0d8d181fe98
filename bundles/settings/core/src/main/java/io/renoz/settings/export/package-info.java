/** Records of all modules as files. */
@NullMarked
package io.renoz.settings.export;

import org.jspecify.annotations.NullMarked;
