/** It leaves a table in the house of another. */
@Module(
        value = "bad-foreign-schema",
        version = "1.0.0",
        title = "Foreign schema",
        kind = "extension",
        vendor = "Example Ltd")
@Requires("customers")
@NullMarked
package com.example.bad.foreignschema;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import org.jspecify.annotations.NullMarked;
