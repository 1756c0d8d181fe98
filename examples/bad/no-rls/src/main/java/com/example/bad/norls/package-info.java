/** Its table is open to every organization: the call of protect is missing. */
@Module(
        value = "bad-no-rls",
        version = "1.0.0",
        title = "No row level security",
        kind = "extension",
        vendor = "Example Ltd")
@NullMarked
package com.example.bad.norls;

import io.renoz.module.Module;
import org.jspecify.annotations.NullMarked;
