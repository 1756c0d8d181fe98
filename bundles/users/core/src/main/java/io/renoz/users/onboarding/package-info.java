/** First steps of new users. */
@NullMarked
package io.renoz.users.onboarding;

import org.jspecify.annotations.NullMarked;
