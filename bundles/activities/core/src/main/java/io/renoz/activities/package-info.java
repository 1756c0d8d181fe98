/** The audit log: what happened to which record, by whom, with what change. */
@Module(value = "activities", version = "1.0.0", title = "Activities", kind = "core", vendor = "Renoz")
@Uses("settings")
@Role(
        value = "admin",
        grants = {"read", "comment", "security", "export", "moderate"})
@Role(
        value = "finance",
        grants = {"read", "comment"})
@Role(
        value = "sales",
        grants = {"read", "comment"})
@Role(
        value = "operations",
        grants = {"read", "comment"})
@Role(value = "field_tech", grants = "comment")
@Role(
        value = "support",
        grants = {"read", "comment"})
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.activities;

import io.renoz.module.Module;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
