/** It works in whatever organization its caller names. */
@Module(
        value = "bad-wrong-tenant",
        version = "1.0.0",
        title = "Wrong tenant",
        kind = "extension",
        vendor = "Example Ltd")
@Role(
        value = "admin",
        grants = {"read", "write"})
@NullMarked
package com.example.bad.wrongtenant;

import io.renoz.module.Module;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
