package io.renoz.settings.api;

import io.renoz.module.Extension;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes a module's records of one type to files; one component for each type that can be exported. */
@Extension
@ConsumerType
public interface ExportSource {

    /** What it can write; always the same. */
    ExportDescription describe();

    /**
     * Writes the next batch: at most {@link ExportQuery#limit} records whose ids follow {@link ExportQuery#after}, in the order
     * of their ids. Fewer than the limit mean that there are no more.
     *
     * <p>Each batch has a short read-only transaction of its own, in the name of the person who asked for the export and with
     * what that person may do at this moment; what they may not see is left out by the source.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed} for a filter with a value it cannot have
     */
    void read(ExportQuery query, RowSink sink);
}
