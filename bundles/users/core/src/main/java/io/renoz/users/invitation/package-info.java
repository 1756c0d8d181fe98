/** Offers to join the organization. */
@NullMarked
package io.renoz.users.invitation;

import org.jspecify.annotations.NullMarked;
