package io.renoz.platform.installer;

import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** What can be said against a module before anything of it is touched. */
final class Verification {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Set<String> RESERVED =
            Set.of("platform", "operator", "openapi", "permissions", "health", "docs", "public", "information-schema");
    private static final Set<String> KINDS = Set.of("core", "standard", "extension");
    private static final int LONGEST = 100;

    private final Modules modules;

    Verification(Modules modules) {
        this.modules = modules;
    }

    /**
     * Refuses what cannot be a module here.
     *
     * @throws Problem {@code descriptor-invalid}, {@code schema-claimed}, {@code resolution-failed}
     */
    void check(ModuleDescriptor module) {
        checkSelf(module);
        Optional<ModuleDescriptor> known = modules.find(module.name());
        if (module.core() && known.filter(ModuleDescriptor::core).isEmpty()) {
            throw invalid("Only modules of the platform itself can be core; this one is standard or an extension.");
        }
        known.filter(there -> !there.vendor().equals(module.vendor())).ifPresent(there -> {
            throw Problem.of(
                    "schema-claimed", "The module " + module.name() + " belongs to " + there.vendor() + " already.");
        });
        checkRequirements(module);
    }

    /** What needs no look at other modules. */
    void checkSelf(ModuleDescriptor module) {
        checkName(module.name());
        checkTexts(module);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches() || name.startsWith("module") || name.startsWith("pg-")) {
            throw invalid("A module's name is a small letter and up to 30 small letters, digits and hyphens, and does"
                    + " not begin with module or pg-; this one is \"" + name + "\".");
        }
        if (RESERVED.contains(name)) {
            throw invalid("The name " + name + " belongs to the platform.");
        }
    }

    private static void checkTexts(ModuleDescriptor module) {
        if (!KINDS.contains(module.kind())) {
            throw invalid("A module's kind is core, standard or extension; this one is \"" + module.kind() + "\".");
        }
        if (module.title().isBlank() || module.title().length() > LONGEST) {
            throw invalid("A module has a title of at most 100 characters.");
        }
        if (module.vendor().isBlank() || module.vendor().length() > LONGEST) {
            throw invalid("A module names its vendor, with at most 100 characters.");
        }
        try {
            Version.parseVersion(module.version());
        } catch (IllegalArgumentException e) {
            throw invalid("\"" + module.version() + "\" is no version.");
        }
    }

    private void checkRequirements(ModuleDescriptor module) {
        var asked = new HashSet<String>();
        var asking = new ArrayDeque<>(module.requires());
        while (!asking.isEmpty()) {
            String needed = asking.pop();
            if (needed.equals(module.name())) {
                throw invalid("The requirements of " + module.name() + " lead back to itself.");
            }
            if (asked.add(needed)) {
                ModuleDescriptor there = modules.find(needed)
                        .orElseThrow(() -> Problem.of(
                                "resolution-failed", "It requires the module " + needed + ", which is not deployed."));
                asking.addAll(there.requires());
            }
        }
    }

    private static Problem invalid(String detail) {
        return Problem.of("descriptor-invalid", detail);
    }
}
