/** Tables as files. */
@NullMarked
package io.renoz.platform.csv;

import org.jspecify.annotations.NullMarked;
