/** Tables of the current organization: rows, lists, changes, and who is asking. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
