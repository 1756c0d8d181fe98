/** Secrets that are sent to somebody or held for a moment, and what they open: new passwords, confirmed addresses. */
@NullMarked
package io.renoz.users.reset;

import org.jspecify.annotations.NullMarked;
