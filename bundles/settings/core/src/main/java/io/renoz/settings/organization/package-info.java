/** The organization itself: profile, life and how it is found. */
@NullMarked
package io.renoz.settings.organization;

import org.jspecify.annotations.NullMarked;
