/** What users are told, under the bell and by mail. */
@NullMarked
package io.renoz.users.notification;

import org.jspecify.annotations.NullMarked;
