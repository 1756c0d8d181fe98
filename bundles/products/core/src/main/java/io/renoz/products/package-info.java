/** What the organization sells and buys, and for how much. */
@Module(value = "products", version = "1.0.0", title = "Products", kind = "standard", vendor = "Renoz")
@Requires("settings")
@Requires("users")
@Requires("activities")
@Uses("customers")
@Uses("inventory")
@Uses("suppliers")
@Uses("warranty")
@Uses("search")
@Uses("reports")
@Uses("portal")
@Role(
        value = "admin",
        grants = {"read", "write", "delete", "price", "cost", "import", "export"})
@Role(
        value = "sales",
        grants = {"read", "export"})
@Role(
        value = "finance",
        grants = {"read", "price", "cost", "export"})
@Role(
        value = "operations",
        grants = {"read", "write", "price", "cost", "import", "export"})
@Role(value = "field_tech", grants = "read")
@Role(value = "support", grants = "read")
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.products;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
