/** Passwords, signing in, sessions. */
@NullMarked
package io.renoz.users.signin;

import org.jspecify.annotations.NullMarked;
