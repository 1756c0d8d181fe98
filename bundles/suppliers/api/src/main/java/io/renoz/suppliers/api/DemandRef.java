package io.renoz.suppliers.api;

import java.util.UUID;

/**
 * The line that something is bought for.
 *
 * @param kind of line
 * @param id of the line
 */
public record DemandRef(Kind kind, UUID id) {

    /** Who has the demand. */
    public enum Kind {
        /** A line of a sales order. */
        ORDER_LINE,
        /** Material of a job. */
        JOB_MATERIAL
    }

    /** For a line of a sales order. */
    public static DemandRef orderLine(UUID id) {
        return new DemandRef(Kind.ORDER_LINE, id);
    }

    /** For material of a job. */
    public static DemandRef jobMaterial(UUID id) {
        return new DemandRef(Kind.JOB_MATERIAL, id);
    }
}
