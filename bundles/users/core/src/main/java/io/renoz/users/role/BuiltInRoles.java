package io.renoz.users.role;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.module.ModuleChanges;
import io.renoz.module.ModuleDescriptor;
import io.renoz.security.TokenCache;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-08, USR-09: the roles every organization has, and what modules add to them. */
@Component(service = {ModuleChanges.class, BuiltInRoles.class})
public final class BuiltInRoles implements ModuleChanges {

    private record BuiltIn(String key, String name, String description) {}

    private static final List<BuiltIn> ALL = List.of(
            new BuiltIn(Role.ADMIN, "Administrator", "Everything, in every module"),
            new BuiltIn("sales", "Sales", "Customers, opportunities, quotes and orders"),
            new BuiltIn("finance", "Finance", "Invoices, payments and reports"),
            new BuiltIn("operations", "Operations", "Stock, purchasing and scheduling"),
            new BuiltIn("field_tech", "Field technician", "Jobs on site"),
            new BuiltIn("support", "Support", "Issues, warranty and returns"),
            new BuiltIn("viewer", "Viewer", "Looks on"));

    private final Tables tables;
    private final Declared declared;
    private final TokenCache tokens;

    @Activate
    public BuiltInRoles(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Declared declared,
            @Reference TokenCache tokens) {
        this.tables = tables;
        this.declared = declared;
        this.tokens = tokens;
    }

    /** Makes them for a new organization, with what the core modules declare. */
    public void make() {
        for (BuiltIn builtIn : ALL) {
            var role = new Role(builtIn.key(), builtIn.name(), builtIn.description());
            if (!role.admin()) {
                role.grantDefaults(declared.defaultsInCore(role.key));
            }
            tables.add(role);
        }
        tables.flush();
    }

    /** What an organization took from a role stays taken when a module goes on again. */
    @Override
    public void enabled(ModuleDescriptor module, boolean first) {
        if (first) {
            module.roles().forEach(this::grant);
            tables.flush();
        }
        tokens.invalidate(Call.tenant());
    }

    private void grant(String key, Set<String> permissions) {
        tables.findBy(Role.class, "key", key)
                .filter(role -> role.isSystem && !role.admin())
                .ifPresent(role -> {
                    role.grantDefaults(permissions);
                    role.touch();
                });
    }
}
