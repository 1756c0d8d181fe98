/** Bearer tokens: what they look like and what they stand for. */
@NullMarked
package io.renoz.users.token;

import org.jspecify.annotations.NullMarked;
