/** Who may enter an organization, and what they may do there. */
@Module(value = "users", version = "1.0.0", title = "Users", kind = "core", vendor = "Renoz")
@Requires("settings")
@Requires("activities")
@Role(
        value = "admin",
        grants = {"read", "write", "invite", "manage_roles", "manage_tokens", "security"})
@Role(
        value = "finance",
        grants = {"directory", "tokens"})
@Role(
        value = "sales",
        grants = {"directory", "tokens"})
@Role(
        value = "operations",
        grants = {"directory", "tokens"})
@Role(value = "field_tech", grants = "directory")
@Role(
        value = "support",
        grants = {"directory", "tokens"})
@Role(value = "viewer", grants = "directory")
@NullMarked
package io.renoz.users;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import org.jspecify.annotations.NullMarked;
