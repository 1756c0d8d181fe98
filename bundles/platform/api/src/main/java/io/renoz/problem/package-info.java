/** Refusals a caller can act on. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
