package io.renoz.job;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work that is done again and again in every organization that has the module on; register it as an ordinary component.
 *
 * <p>It runs once a due time, whatever the number of nodes, and never twice at once in one organization. What was missed while
 * nothing ran is made up once.
 */
@ConsumerType
public interface Job {

    /** {@code <module>.<job>}, as {@code customers.health}; at most 100 characters. */
    String name();

    /** When it is due. */
    Schedule schedule();

    /**
     * Does the work, or one batch of it, in a transaction of its own in the organization.
     *
     * <p>A batch has five minutes. When an organization's run ends half-way, because the node died or a batch failed, the next
     * one begins anew, so a batch must not mind being done again.
     *
     * @param from where the batch before left off; empty for the first
     * @return where the next batch goes on; empty when all is done
     */
    Optional<String> run(Optional<String> from);
}
