/** Documents for people, as PDF. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.document;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
