/** What other modules may ask of petty cash. */
@Export
@Version("1.0.0")
@NullMarked
package com.example.pettycash.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
