/** How a bundle declares the module it ships, and how modules find each other. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.module;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
