package io.renoz.platform.registry.switching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in sentences how a module stands for an organization, and what follows from it. */
final class Explanation {

    private Explanation() {}

    static List<String> of(ModuleView module, List<ModuleView> all) {
        Map<String, ModuleView> byName = all.stream().collect(Collectors.toMap(ModuleView::name, Function.identity()));
        var sentences = new ArrayList<String>();
        sentences.add(standing(module));
        if (module.stateReason() != null) {
            sentences.add("It does not serve at the moment: " + module.stateReason());
        }
        String off =
                module.requires().stream().filter(name -> !on(byName, name)).collect(Collectors.joining(", "));
        if (!off.isEmpty()) {
            sentences.add("To turn it on these have to be on too: " + off + ".");
        }
        String dependents =
                module.requiredBy().stream().filter(name -> on(byName, name)).collect(Collectors.joining(", "));
        if (!dependents.isEmpty()) {
            sentences.add("It cannot be turned off while these are on: " + dependents + ".");
        }
        String partners =
                module.uses().stream().filter(name -> !on(byName, name)).collect(Collectors.joining(", "));
        if (!partners.isEmpty()) {
            sentences.add("It does without " + partners + ".");
        }
        return sentences;
    }

    private static boolean on(Map<String, ModuleView> byName, String name) {
        ModuleView module = byName.get(name);
        return module != null && module.wish().equals("enabled");
    }

    private static String standing(ModuleView module) {
        if (module.kind().equals("core")) {
            return module.name() + " is a core module and always on.";
        }
        String because = module.reason() == null ? "" : " (\"" + module.reason() + "\")";
        if (module.wish().equals("enabled")) {
            return module.name() + " is on since " + module.since() + because + ".";
        }
        return module.since() == null
                ? module.name() + " has never been on."
                : module.name() + " is off since " + module.since() + because + "; its data is kept.";
    }
}
