/** Who calls: the contract between the platform and the module that knows the users. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
