/** Why deals are won and lost. */
@NullMarked
package io.renoz.pipeline.reason;

import org.jspecify.annotations.NullMarked;
