/** Groups of users: nested, with leads and managers. */
@NullMarked
package io.renoz.users.group;

import org.jspecify.annotations.NullMarked;
