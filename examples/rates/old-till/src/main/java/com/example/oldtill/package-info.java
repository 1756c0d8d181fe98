/** Takes foreign money, at the rate of today. */
@Module(value = "old-till", version = "1.0.0", title = "Old till", kind = "extension", vendor = "Example Ltd")
@Requires("rates")
@Role(
        value = "admin",
        grants = {"read", "write"})
@Role(value = "viewer", grants = "read")
@NullMarked
package com.example.oldtill;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
