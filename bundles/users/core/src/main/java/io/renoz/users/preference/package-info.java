/** What users like to have their own way. */
@NullMarked
package io.renoz.users.preference;

import org.jspecify.annotations.NullMarked;
