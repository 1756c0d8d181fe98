/**
 * Between the platform's own bundles, and what core modules do for the platform. Domains and extensions use none of it; it
 * may change with every version.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.kernel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
