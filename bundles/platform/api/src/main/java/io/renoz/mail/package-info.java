/** Mail: handed over after the transaction that asks for it has committed. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.mail;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
