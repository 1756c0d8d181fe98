package io.renoz.settings.api;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Gives documents their numbers. Thread-safe. */
@ProviderType
public interface NumberSequences {

    /**
     * The next number of a sequence. A gapless one is taken in the caller's transaction, which others who want the next
     * number then wait for; a roll back gives it back. Any other is gone, whatever becomes of the caller.
     *
     * @param date the document's own, which decides the period
     * @throws io.renoz.problem.Problem {@code not-found} when the organization has no such sequence
     */
    default String next(String key, LocalDate date) {
        return next(key, date, 1).get(0);
    }

    /**
     * The next numbers of a sequence, which follow each other: as many documents made at once take them in as few statements as
     * one would.
     *
     * @param count 1 or more
     * @throws io.renoz.problem.Problem {@code not-found} when the organization has no such sequence
     */
    List<String> next(String key, LocalDate date, int count);

    /**
     * Makes sure that the current organization has the sequence. Called when a module is enabled; a second time changes
     * nothing, also nothing that the organization has set itself.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed} for a pattern that cannot work
     */
    void register(SequenceDeclaration declaration);
}
