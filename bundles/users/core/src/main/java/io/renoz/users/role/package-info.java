/** Roles, permissions, and who has which. */
@NullMarked
package io.renoz.users.role;

import org.jspecify.annotations.NullMarked;
