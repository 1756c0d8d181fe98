/** Who the organization buys from, and what is on its way. */
@Module(value = "suppliers", version = "1.0.0", title = "Suppliers", kind = "standard", vendor = "Renoz")
@Requires("products")
@Requires("users")
@Requires("settings")
@Requires("activities")
@Uses("inventory")
@Uses("orders")
@Uses("jobs")
@Uses("communications")
@Uses("search")
@Uses("reports")
@Role(
        value = "admin",
        grants = {"read", "write", "submit", "order", "receive", "approve", "price", "configure", "delete"})
@Role(
        value = "operations",
        grants = {"read", "write", "submit", "order", "receive", "return"})
@Role(
        value = "finance",
        grants = {"read", "approve", "price", "match_invoice", "costs"})
@Role(
        value = "sales",
        grants = {"read", "request"})
@Role(
        value = "field_tech",
        grants = {"read", "request"})
@Role(
        value = "support",
        grants = {"read", "return"})
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.suppliers;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
