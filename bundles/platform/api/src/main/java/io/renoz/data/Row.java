package io.renoz.data;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a table that belongs to an organization. */
public interface Row {

    /** UUID version 7, given when the row is made. */
    UUID id();

    /** Rises with every change; 1 once stored. Becomes the ETag. */
    int version();

    /** Marks the row as changed, so that a change of its children raises its version too. */
    void touch();

    /** Puts a row that is kept after deletion out of sight; rows that are not kept refuse. */
    default void delete() {
        throw new IllegalStateException(getClass().getSimpleName() + " is not soft deleted");
    }

    /** Whether the row is kept although it was deleted. */
    default boolean deleted() {
        return false;
    }

    /** Whether rows of this kind are kept when they are deleted. */
    default boolean keptWhenDeleted() {
        return false;
    }

    /** The organization it belongs to; null until it is stored. */
    @Nullable
    UUID organization();
}
