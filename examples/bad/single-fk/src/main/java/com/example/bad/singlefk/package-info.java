/** Its parts may hang on the parents of another organization. */
@Module(
        value = "bad-single-fk",
        version = "1.0.0",
        title = "Single foreign key",
        kind = "extension",
        vendor = "Example Ltd")
@NullMarked
package com.example.bad.singlefk;

import io.renoz.module.Module;
import org.jspecify.annotations.NullMarked;
