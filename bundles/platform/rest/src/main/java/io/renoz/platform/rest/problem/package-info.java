/** How refusals and faults become RFC 9457 documents. */
@NullMarked
package io.renoz.platform.rest.problem;

import org.jspecify.annotations.NullMarked;
