package io.renoz.settings.api;

import io.renoz.data.Json;
import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Effective values of settings for the current organization: what it set itself, else what the module declared. Thread-safe.
 *
 * <p>All methods throw {@code unknown-setting} for a setting that no module declares.
 */
@ProviderType
public interface SettingsReader {

    String getString(String category, String key);

    int getInt(String category, String key);

    BigDecimal getDecimal(String category, String key);

    boolean getBoolean(String category, String key);

    Json getJson(String category, String key);

    /** The plain text of a secret setting, if it is set. */
    Optional<String> getSecret(String category, String key);

    /**
     * Sets a value.
     *
     * @throws io.renoz.problem.Problem {@code unknown-setting}, {@code invalid-setting-value}
     */
    void put(String category, String key, Json value);
}
