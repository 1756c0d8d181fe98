/** Second factors: one-time codes of an authenticator, and backup codes for when it is lost. */
@NullMarked
package io.renoz.users.mfa;

import org.jspecify.annotations.NullMarked;
