package io.renoz.kernel;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tokens of the operator plane. Thread-safe. */
@ProviderType
public interface OperatorTokens {

    /** The name of a token that is good now; its use is noted at most once a minute. */
    Optional<String> nameOf(String token);
}
