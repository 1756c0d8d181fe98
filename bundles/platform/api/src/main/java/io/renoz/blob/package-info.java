/** Bytes that belong to records: files beside the database. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.blob;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
