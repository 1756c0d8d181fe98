/** What other modules may ask of pipeline, and what they may answer for it. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.pipeline.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
