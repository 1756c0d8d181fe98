/** What other modules may ask of rates. */
@Export
@Version("1.0.0")
@NullMarked
package com.example.rates.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
