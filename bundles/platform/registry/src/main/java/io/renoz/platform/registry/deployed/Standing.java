package io.renoz.platform.registry.deployed;

import io.renoz.kernel.ChainLink;
import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Works out how modules stand: the first thing missing is what is told. */
final class Standing {

    static final String ACTIVE = "active";
    static final String STARTING = "starting";
    static final String FAILED = "failed";

    /** Links without which no module comes up, by position. */
    private static final Map<Integer, String> EXPECTED =
            new TreeMap<>(Map.of(10, "migrations", 20, "persistence units", 30, "routes"));

    private final Map<Integer, ChainLink> links = new TreeMap<>();
    private final Function<ModuleDescriptor, LinkState> bundles;
    private final Map<String, ModuleState> states = new LinkedHashMap<>();

    /** {@code bundles} tells of a module whether its bundle runs. */
    Standing(Collection<ChainLink> links, Function<ModuleDescriptor, LinkState> bundles) {
        links.forEach(link -> this.links.put(link.order(), link));
        this.bundles = bundles;
    }

    List<ModuleState> of(Requirements modules) {
        states.clear();
        for (ModuleDescriptor module : modules.order()) {
            String broken = modules.broken().get(module.name());
            LinkState state = broken != null ? LinkState.broken(broken) : standing(module);
            states.put(
                    module.name(),
                    new ModuleState(
                            module.name(),
                            module.version(),
                            state.standing() ? ACTIVE : state.failed() ? FAILED : STARTING,
                            state.standing() ? "" : state.reason()));
        }
        return new ArrayList<>(states.values());
    }

    private LinkState standing(ModuleDescriptor module) {
        LinkState bundle = bundles.apply(module);
        if (!bundle.standing()) {
            return bundle;
        }
        for (String required : module.requires()) {
            ModuleState other = states.get(required);
            if (other != null && other.state().equals(FAILED)) {
                return LinkState.broken("It requires " + required + ", which has failed: " + other.reason());
            }
        }
        for (Map.Entry<Integer, String> expected : EXPECTED.entrySet()) {
            if (!links.containsKey(expected.getKey())) {
                return LinkState.waits("The platform's " + expected.getValue() + " are not up yet.");
            }
        }
        return links.values().stream()
                .map(link -> link.stateOf(module))
                .filter(state -> !state.standing())
                .findFirst()
                .orElseGet(LinkState::stands);
    }
}
