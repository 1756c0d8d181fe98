/** It keeps its callers for ever. */
@Module(
        value = "bad-never-returns",
        version = "1.0.0",
        title = "Never returns",
        kind = "extension",
        vendor = "Example Ltd")
@Role(
        value = "admin",
        grants = {"read", "write"})
@NullMarked
package com.example.bad.neverreturns;

import io.renoz.module.Module;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
