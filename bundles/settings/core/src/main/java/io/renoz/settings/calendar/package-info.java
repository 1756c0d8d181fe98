/** Working calendars and holidays, and counting in the time they are open. */
@NullMarked
package io.renoz.settings.calendar;

import org.jspecify.annotations.NullMarked;
