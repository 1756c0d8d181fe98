/** Possible sales: their stages, and what is planned and done for them. */
@NullMarked
package io.renoz.pipeline.opportunity;

import org.jspecify.annotations.NullMarked;
