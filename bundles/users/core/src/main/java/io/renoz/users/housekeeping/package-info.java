/** What is tidied up behind people's backs. */
@NullMarked
package io.renoz.users.housekeeping;

import org.jspecify.annotations.NullMarked;
