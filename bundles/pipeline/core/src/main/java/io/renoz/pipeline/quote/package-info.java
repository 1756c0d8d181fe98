/** Offers to customers, in versions that never change once they were sent. */
@NullMarked
package io.renoz.pipeline.quote;

import org.jspecify.annotations.NullMarked;
