/** Who the organization sells to. */
@Module(value = "customers", version = "1.0.0", title = "Customers", kind = "standard", vendor = "Renoz")
@Requires("settings")
@Requires("users")
@Requires("activities")
@Uses("timeline")
@Uses("search")
@Uses("reports")
@Uses("portal")
@Role(
        value = "admin",
        grants = {"read", "write", "delete", "merge", "erase", "credit", "import", "export"})
@Role(
        value = "sales",
        grants = {"read", "write", "export"})
@Role(
        value = "finance",
        grants = {"read", "write", "credit", "export"})
@Role(
        value = "operations",
        grants = {"read", "write"})
@Role(value = "field_tech", grants = "read")
@Role(
        value = "support",
        grants = {"read", "write"})
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.customers;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
