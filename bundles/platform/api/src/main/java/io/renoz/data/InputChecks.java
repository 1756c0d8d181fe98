package io.renoz.data;

import io.renoz.problem.Problem.FieldError;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks the constraints that input records declare where no request brings them, as from a file: the same that the platform
 * checks of a body before an operation sees it. Thread-safe.
 */
@ProviderType
public interface InputChecks {

    /** Every constraint that an input breaks; of a list, that each of them breaks, with its index in the pointer. */
    List<FieldError> errors(Object input);
}
