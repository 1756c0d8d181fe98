package io.renoz.platform.registry.switching;

import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.platform.registry.gate.ModuleSet;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the set of the current organization as somebody wants it, as a whole. */
@Component(service = WantedSets.class)
public final class WantedSets {

    private final Modules modules;
    private final ModuleSwitch sets;

    @Activate
    public WantedSets(@Reference Modules modules, @Reference ModuleSwitch sets) {
        this.modules = modules;
        this.sets = sets;
    }

    /** Carries it out and gives the set as it is then. */
    public SetView change(SetInput input, Cause cause, Optional<String> ifMatch) {
        input.modules().forEach(this::checkMajor);
        return view(sets.change(enabled -> wish(input, enabled), cause, input.reason(), ifMatch));
    }

    /** PLT-06: nothing goes off unless somebody said so by name. */
    private ModuleSwitch.Wish wish(SetInput input, Set<String> enabled) {
        var wanted = new TreeSet<String>();
        input.modules().stream().map(SetMember::name).forEach(wanted::add);
        var remove = new TreeSet<String>(input.remove() == null ? List.of() : input.remove());
        for (String name : remove) {
            if (wanted.contains(name)) {
                throw Problem.invalid("remove", name + " is to be on and off at once.");
            }
        }
        var unnamed = new TreeSet<>(enabled);
        unnamed.removeAll(wanted);
        unnamed.removeAll(remove);
        if (!unnamed.isEmpty()) {
            throw Problem.of(
                            "removal-not-named",
                            "These would go off and are not named in remove: " + String.join(", ", unnamed) + ".")
                    .with("modules", List.copyOf(unnamed));
        }
        return new ModuleSwitch.Wish(wanted, remove);
    }

    private void checkMajor(SetMember member) {
        Integer asked = member.major();
        Optional<ModuleDescriptor> there = modules.find(member.name());
        if (asked != null && there.isPresent() && asked != major(there.get())) {
            throw Problem.of(
                            "version-conflict",
                            "Of " + member.name() + " there is version "
                                    + there.get().version() + " and no other.")
                    .with("module", member.name());
        }
    }

    /** What is on, core modules included. */
    SetView view(ModuleSet set) {
        var members = new ArrayList<SetMember>();
        var names = new TreeSet<>(set.modules());
        modules.all().stream()
                .filter(ModuleDescriptor::core)
                .map(ModuleDescriptor::name)
                .forEach(names::add);
        names.forEach(name -> members.add(
                new SetMember(name, modules.find(name).map(WantedSets::major).orElse(null), 1)));
        return new SetView(set.revision(), members);
    }

    private static int major(ModuleDescriptor module) {
        String version = module.version();
        int dot = version.indexOf('.');
        return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
    }
}
