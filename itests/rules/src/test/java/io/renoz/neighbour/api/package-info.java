/** What others may use. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.neighbour.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
