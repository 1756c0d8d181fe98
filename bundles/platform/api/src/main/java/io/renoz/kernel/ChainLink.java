package io.renoz.kernel;

import io.renoz.module.ModuleDescriptor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One link of the chain that brings a module up on this node: migration, persistence unit, route. The platform's bundles
 * each register theirs, so that anyone can be told which link is missing and why. Thread-safe.
 */
@ConsumerType
public interface ChainLink {

    /** Position in the chain: 10 migration, 20 persistence unit, 30 route. */
    int order();

    /** Where the module stands at this link. */
    LinkState stateOf(ModuleDescriptor module);

    /**
     * How a module stands at a link.
     *
     * @param standing whether the module got past this link
     * @param failed whether it never will without someone doing something
     * @param reason one sentence; empty while it stands
     */
    record LinkState(boolean standing, boolean failed, String reason) {

        /** The link stands. */
        public static LinkState stands() {
            return new LinkState(true, false, "");
        }

        /** Not yet. */
        public static LinkState waits(String reason) {
            return new LinkState(false, false, reason);
        }

        /** Broken. */
        public static LinkState broken(String reason) {
            return new LinkState(false, true, reason);
        }
    }
}
