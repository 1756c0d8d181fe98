/** Writing the log. */
@NullMarked
package io.renoz.activities.log;

import org.jspecify.annotations.NullMarked;
