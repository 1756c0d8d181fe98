/** What is owed, credited, reminded and recognized. */
@Module(value = "financial", version = "1.0.0", title = "Financial", kind = "standard", vendor = "Renoz")
@Requires("settings")
@Requires("users")
@Requires("activities")
@Requires("customers")
@Requires("products")
@Requires("orders")
@Uses("communications")
@Uses("support")
@Uses("jobs")
@Uses("timeline")
@Uses("search")
@Uses("reports")
@Uses("portal")
@Role(
        value = "admin",
        grants = {"read", "write", "issue", "approve", "void", "refund", "lock", "unlock", "export"})
@Role(value = "sales", grants = "read")
@Role(
        value = "finance",
        grants = {"read", "write", "issue", "approve", "void", "refund", "lock", "export"})
@Role(value = "operations", grants = "read")
@Role(value = "support", grants = "read")
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.financial;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
