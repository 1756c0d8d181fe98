/** What may be sold: opportunities and quotes. */
@Module(value = "pipeline", version = "1.0.0", title = "Pipeline", kind = "standard", vendor = "Renoz")
@Requires("settings")
@Requires("users")
@Requires("activities")
@Requires("customers")
@Requires("products")
@Uses("orders")
@Uses("communications")
@Uses("financial")
@Uses("timeline")
@Uses("search")
@Uses("reports")
@Uses("portal")
@Role(
        value = "admin",
        grants = {"read", "write", "delete", "approve", "reopen", "price", "cost", "export"})
@Role(
        value = "sales",
        grants = {"read", "write", "send", "export"})
@Role(
        value = "finance",
        grants = {"read", "approve", "cost", "export"})
@Role(value = "operations", grants = "read")
@Role(value = "field_tech", grants = "read")
@Role(value = "support", grants = "read")
@Role(value = "viewer", grants = "read")
@NullMarked
package io.renoz.pipeline;

import io.renoz.module.Module;
import io.renoz.module.Requires;
import io.renoz.module.Role;
import io.renoz.module.Uses;
import org.jspecify.annotations.NullMarked;
