package io.renoz.activities.feed;

import io.renoz.data.Call;
import java.util.Set;
import java.util.TreeSet;

/** ACT-09: which entries a caller sees, as a condition that is part of every query. */
final class Visibility {

    private Visibility() {}

    /** One's own acts, and those in modules one may read; security events only for those who may see them. */
    static Where to(Call call, Set<String> modules) {
        var enabled = new TreeSet<>(modules);
        enabled.add("platform"); // the kernel's own: switches of modules
        String[] known = enabled.stream().sorted().toArray(String[]::new);
        String[] readable = enabled.stream()
                .filter(module -> call.permits(permission(module)))
                .sorted()
                .toArray(String[]::new);
        var open = new Where().and("module = any(?)", (Object) readable);
        if (!call.permits("activities.security")) {
            open.and("sensitivity = 'normal'");
        }
        var where = new Where().and("module = any(?)", (Object) known);
        call.actor()
                .user()
                .ifPresentOrElse(
                        user -> where.and(new Where().and("user_id = ?", user).or(open)), () -> where.and(open));
        return where;
    }

    private static String permission(String module) {
        return module.equals("platform") ? "modules.read" : module + ".read";
    }
}
