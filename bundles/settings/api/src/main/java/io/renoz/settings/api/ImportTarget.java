package io.renoz.settings.api;

import io.renoz.module.Extension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes a module's records of one type from files; one component for each type that can be imported.
 *
 * <p>It works on many rows at once, so that a batch costs few statements. All is done in the name of the person who runs the
 * import, with what they may do at that moment, and is audited as an import. Nothing is sent, reserved or started.
 */
@Extension
@ConsumerType
public interface ImportTarget {

    /** What it can take; always the same. */
    ImportDescription describe();

    /**
     * Which records some rows mean, by line of the file; a row that means none is left out. Of the match fields the first that
     * a row has and that finds a record counts, or the one that was asked for.
     */
    Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options);

    /**
     * What is wrong with some rows, beyond what the fields say of themselves: their type, length and choices are checked before.
     * Nothing is written.
     */
    List<RowError> validate(List<ImportRow> rows, ImportOptions options);

    /**
     * Writes some rows in the open transaction. A row that means a record which is to be skipped gives nothing.
     *
     * @throws io.renoz.problem.Problem when one of the rows cannot be written; then none of them is
     */
    List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options);

    /**
     * Takes back what some rows did, in the open transaction: deletes records that were created, and restores what an update
     * changed, while a record still has the version the import gave it.
     *
     * @param written the newest first
     * @return lines of the rows whose records somebody has changed or deleted since, or others name now; they are kept as they
     *     are
     */
    Set<Integer> undo(List<WrittenRecord> written);
}
