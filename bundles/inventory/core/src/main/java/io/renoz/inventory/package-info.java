/** What is where, what it cost, and for whom it is kept. */
@Module(value = "inventory", version = "1.0.0", title = "Inventory", kind = "standard", vendor = "Renoz")
@Requires("products")
@Requires("users")
@Requires("settings")
@Requires("activities")
@Uses("customers")
@Uses("orders")
@Uses("suppliers")
@Uses("jobs")
@Uses("support")
@Uses("search")
@Uses("portal")
@Uses("reports")
@Role(
        value = "admin",
        grants = {"read", "write", "receive", "issue", "transfer", "count", "adjust", "approve", "configure", "delete"})
@Role(
        value = "operations",
        grants = {"read", "write", "receive", "issue", "transfer", "count", "adjust", "approve"})
@Role(
        value = "finance",
        grants = {"read", "adjust", "approve", "valuation"})
@Role(
        value = "sales",
        grants = {"read", "reserve"})
@Role(
        value = "field_tech",
        grants = {"read", "issue_own", "transfer_own", "count_own"})
@Role(value = "support", grants = "read")
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.inventory;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
