/** People and machine accounts of the organization, and what they may do, as other modules meet them. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.users.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
