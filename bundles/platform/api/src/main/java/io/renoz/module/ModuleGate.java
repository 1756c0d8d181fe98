package io.renoz.module;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/** Which modules an organization has on. Answers from memory, within milliseconds of a change on any node. Thread-safe. */
@ProviderType
public interface ModuleGate {

    /** Whether a module is on for the current organization; core modules always are. */
    boolean isEnabled(String module);

    /** As {@link #isEnabled(String)}, for an organization by name. */
    boolean isEnabled(UUID organization, String module);

    /**
     * Refuses unless the module is on for the current organization.
     *
     * @throws io.renoz.problem.Problem {@code module-not-enabled}
     */
    void require(String module);

    /** The modules that are on for the current organization, core ones included. */
    Set<String> enabled();

    /** Organizations with the module on, for background work; close the stream. */
    Stream<UUID> organizationsWith(String module);

    /** Rises with every change of the organization's set or of what is deployed; part of ETags. */
    String revision(UUID organization);
}
