/** Account statements as they were printed. */
@NullMarked
package io.renoz.financial.statement;

import org.jspecify.annotations.NullMarked;
