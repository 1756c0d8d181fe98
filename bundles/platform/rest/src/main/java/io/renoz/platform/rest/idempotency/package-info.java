/** First answers of POSTs by their Idempotency-Key. */
@NullMarked
package io.renoz.platform.rest.idempotency;

import org.jspecify.annotations.NullMarked;
