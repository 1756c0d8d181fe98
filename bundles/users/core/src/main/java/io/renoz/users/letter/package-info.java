/** What the module writes to people by mail. */
@NullMarked
package io.renoz.users.letter;

import org.jspecify.annotations.NullMarked;
