/** It breaks in the middle of its work. */
@Module(value = "bad-throws", version = "1.0.0", title = "Throws", kind = "extension", vendor = "Example Ltd")
@Role(
        value = "admin",
        grants = {"read", "write"})
@NullMarked
package com.example.bad.throwing;

import io.renoz.module.Module;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
