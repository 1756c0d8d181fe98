/** It reads the tables of another module, not its service. */
@Module(value = "bad-peeks", version = "1.0.0", title = "Peeks", kind = "extension", vendor = "Example Ltd")
@Requires("customers")
@Role(
        value = "admin",
        grants = {"read", "write"})
@NullMarked
package com.example.bad.peeks;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
