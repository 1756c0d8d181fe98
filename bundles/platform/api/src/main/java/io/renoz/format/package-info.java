/** Dates, numbers and money as people of an organization write them. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.format;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
