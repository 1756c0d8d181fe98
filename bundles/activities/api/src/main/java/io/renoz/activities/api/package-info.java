/** The audit log: writing what the platform does not write by itself, and reading what happened. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.activities.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
