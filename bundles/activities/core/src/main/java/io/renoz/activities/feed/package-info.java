/** Reading the log. */
@NullMarked
package io.renoz.activities.feed;

import org.jspecify.annotations.NullMarked;
