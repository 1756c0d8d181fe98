/** Records of all modules from files. */
@NullMarked
package io.renoz.settings.importing;

import org.jspecify.annotations.NullMarked;
