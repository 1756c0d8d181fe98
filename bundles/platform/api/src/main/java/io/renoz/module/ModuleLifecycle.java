package io.renoz.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module wants to do when an organization turns it on or off; at most one component a module implements it.
 *
 * <p>Each method runs in the transaction of the change, in the organization's tenant, and does nothing by default. A
 * {@link io.renoz.problem.Problem} thrown here is a veto: the caller gets 422 {@code vetoed} with the problem inside, and
 * nothing changes.
 */
@Extension
@ConsumerType
public interface ModuleLifecycle {

    /** Called when the module goes on, each time; it must not mind running twice. */
    default void beforeEnable() {}

    /** Called when the module goes off. Data stays. */
    default void beforeDisable() {}
}
