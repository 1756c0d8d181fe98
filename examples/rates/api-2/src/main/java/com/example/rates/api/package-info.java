/** What other modules may ask of rates: of any day, since 2.0. */
@Export
@Version("2.0.0")
@NullMarked
package com.example.rates.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
