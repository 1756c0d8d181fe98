/** What was sold, from draft to delivered, and what was paid for it. */
@Module(value = "orders", version = "1.0.0", title = "Orders", kind = "standard", vendor = "Renoz")
@Requires("settings")
@Requires("users")
@Requires("activities")
@Requires("customers")
@Requires("products")
@Uses("inventory")
@Uses("pipeline")
@Uses("communications")
@Uses("timeline")
@Uses("search")
@Uses("reports")
@Uses("portal")
@Uses("suppliers")
@Role(
        value = "admin",
        grants = {
            "read", "write", "delete", "confirm", "cancel", "pick", "ship", "amend", "approve", "pay", "refund",
            "invoice", "credit", "price", "cost", "import", "export"
        })
@Role(
        value = "sales",
        grants = {"read", "write", "confirm", "cancel", "amend", "export"})
@Role(
        value = "finance",
        grants = {"read", "pay", "refund", "invoice", "credit", "approve", "cost", "export"})
@Role(
        value = "operations",
        grants = {"read", "write", "confirm", "cancel", "pick", "ship", "amend", "approve", "export"})
@Role(value = "field_tech", grants = "read")
@Role(value = "support", grants = "read")
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.orders;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
