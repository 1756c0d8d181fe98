/** Reminders: steps of a ladder, who gets which, and what went out. */
@NullMarked
package io.renoz.financial.reminder;

import org.jspecify.annotations.NullMarked;
