/** Background work: once a due time over all nodes, organization by organization. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
