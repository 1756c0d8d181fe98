package io.renoz.platform.migrations;

import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The modules on this node that want their schemas migrated, each after those it requires: foreign keys lead there. A module
 * that was migrated here and is away for the moment, to be replaced, holds nobody up. Thread-safe.
 */
final class Lineup {

    private enum State {
        WAITING,
        MIGRATING,
        MIGRATED,
        FAILED
    }

    /** One module's place in the line. */
    static final class Place {

        private final ModuleDescriptor module;
        private final Migrator.Files files;
        private final Gate gate = new Gate();
        private State state = State.WAITING;
        private String reason = "";

        private Place(ModuleDescriptor module, Migrator.Files files) {
            this.module = module;
            this.files = files;
        }

        ModuleDescriptor module() {
            return module;
        }

        Migrator.Files files() {
            return files;
        }

        Gate gate() {
            return gate;
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final Set<String> migratedHere = new HashSet<>();

    synchronized Place arrive(ModuleDescriptor module, Migrator.Files files) {
        var place = new Place(module, files);
        places.add(place);
        return place;
    }

    synchronized void leave(Place place) {
        places.remove(place);
    }

    /** The next one that waits for nobody; it counts as being migrated from now on. */
    synchronized Optional<Place> next() {
        Optional<Place> next = places.stream()
                .filter(place ->
                        place.state == State.WAITING && missing(place.module).isEmpty())
                .findFirst();
        next.ifPresent(place -> place.state = State.MIGRATING);
        return next;
    }

    synchronized void migrated(Place place) {
        place.state = State.MIGRATED;
        migratedHere.add(place.module.name());
    }

    synchronized void failed(Place place, String reason) {
        place.state = State.FAILED;
        place.reason = reason;
    }

    /** It could not be tried; its turn comes again. */
    synchronized void again(Place place, String reason) {
        place.state = State.WAITING;
        place.reason = reason;
    }

    synchronized LinkState stateOf(ModuleDescriptor module) {
        Optional<Place> place = find(module.name());
        if (place.isEmpty()) {
            return LinkState.waits("Its bundle is not started.");
        }
        return switch (place.get().state) {
            case MIGRATED -> LinkState.stands();
            case MIGRATING -> LinkState.waits("Its schema is being migrated.");
            case FAILED -> LinkState.broken(place.get().reason);
            case WAITING -> LinkState.waits(waiting(place.get()));
        };
    }

    private String waiting(Place place) {
        List<String> missing = missing(place.module);
        if (missing.isEmpty()) {
            return place.reason.isEmpty() ? "Its schema is about to be migrated." : place.reason;
        }
        return "It waits for the schema of " + String.join(", ", missing) + ".";
    }

    private List<String> missing(ModuleDescriptor module) {
        return module.requires().stream().filter(name -> !stands(name)).toList();
    }

    private boolean stands(String name) {
        return find(name).map(place -> place.state == State.MIGRATED).orElseGet(() -> migratedHere.contains(name));
    }

    private Optional<Place> find(String name) {
        return places.stream().filter(place -> place.module.name().equals(name)).reduce((earlier, later) -> later);
    }
}
