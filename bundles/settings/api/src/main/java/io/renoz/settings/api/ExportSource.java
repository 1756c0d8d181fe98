package io.renoz.settings.api;

import io.renoz.module.Extension;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes a module's records of one type to files; one component for each type that can be exported. Where a list of the API
 * shows all there is to write, {@link RecordExport} does it.
 */
@Extension
@ConsumerType
public interface ExportSource {

    /** What it can write; always the same. */
    ExportDescription describe();

    /**
     * Writes the next batch: at most {@link ExportQuery#limit} records, in an order in which those that follow a record stay
     * the same whatever happens meanwhile, as that of their ids.
     *
     * <p>Each batch has a short read-only transaction of its own, in the name of the person who asked for the export and with
     * what that person may do at this moment; what they may not see is left out by the source.
     *
     * @return where the next batch goes on; empty when there are no more
     * @throws io.renoz.problem.Problem {@code invalid-parameter} for a filter with a value it cannot have
     */
    Optional<String> read(ExportQuery query, RowSink sink);
}
