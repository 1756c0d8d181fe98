/** What other modules may ask of customers, and what they may answer for them. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.customers.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
