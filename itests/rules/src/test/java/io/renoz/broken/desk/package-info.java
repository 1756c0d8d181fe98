/** Exported although it is no api, and not {@code @NullMarked}. */
@Export
@Version("1.0.0")
package io.renoz.broken.desk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
