/** Who the organization is and how it wants the platform to behave. */
@Module(value = "settings", version = "1.0.0", title = "Settings", kind = "core", vendor = "Renoz")
@Requires("activities")
@Uses("users")
@Role(
        value = "admin",
        grants = {"read", "write", "export", "import", "webhooks"})
@Role(
        value = "finance",
        grants = {"read", "export"})
@Role(value = "sales", grants = "read")
@Role(value = "operations", grants = "read")
@Role(value = "field_tech", grants = "read")
@Role(value = "support", grants = "read")
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.settings;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
