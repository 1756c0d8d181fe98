/** Background jobs of the modules, with their leases in the database. */
@NullMarked
package io.renoz.platform.outbox.job;

import org.jspecify.annotations.NullMarked;
