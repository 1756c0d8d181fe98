package io.renoz.users.api;

import io.renoz.module.Extension;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Knows what work is assigned to whom; implemented by modules that assign records to users. */
@Extension
@ConsumerType
public interface AssignmentHolder {

    /** Open records assigned to a user, by kind; kinds without any are left out. */
    List<AssignmentCount> openAssignments(UUID user);

    /** Gives the open records of one user to another, in the caller's transaction; returns how many. */
    int reassign(UUID from, UUID to);

    /**
     * How much of one kind.
     *
     * @param entityType {@code customer}
     */
    record AssignmentCount(String entityType, int count) {}
}
