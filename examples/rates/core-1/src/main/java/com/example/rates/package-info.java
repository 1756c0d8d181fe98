/** What other currencies are worth. */
@Module(value = "rates", version = "1.0.0", title = "Exchange rates", kind = "extension", vendor = "Example Ltd")
@Requires("settings")
@Role(
        value = "admin",
        grants = {"read", "write"})
@Role(value = "viewer", grants = "read")
@NullMarked
package com.example.rates;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
