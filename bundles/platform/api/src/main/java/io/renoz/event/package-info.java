/** Domain events: written with the change that caused them, delivered after commit. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
