/** The organization, its settings and its document numbers, as other modules meet them. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.settings.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
