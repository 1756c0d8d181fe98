/** People and machine accounts. */
@NullMarked
package io.renoz.users.user;

import org.jspecify.annotations.NullMarked;
