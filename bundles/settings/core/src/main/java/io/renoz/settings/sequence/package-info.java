/** Numbers of documents. */
@NullMarked
package io.renoz.settings.sequence;

import org.jspecify.annotations.NullMarked;
