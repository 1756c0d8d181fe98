/** Tables as files: CSV in and out, workbooks out. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.csv;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
