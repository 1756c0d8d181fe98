/** Cash in a drawer: what came in, what went out, and what should be left. */
@Module(value = "petty-cash", version = "2.0.0", title = "Petty cash", kind = "extension", vendor = "Example Ltd")
@Requires("settings")
@Requires("customers")
@Role(
        value = "admin",
        grants = {"read", "write", "close"})
@Role(
        value = "finance",
        grants = {"read", "write", "close"})
@Role(
        value = "operations",
        grants = {"read", "write"})
@Role(value = "viewer", grants = "read")
@NullMarked
package com.example.pettycash;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
