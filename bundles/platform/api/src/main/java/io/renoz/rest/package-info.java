/** Verbs of the REST API as interfaces, and what a resource may say about itself. */
@Export
@Version("1.0.0")
@NullMarked
package io.renoz.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
