package io.renoz.settings.attachment;

import io.renoz.data.Json;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Settings that are whole numbers. */
record Whole(Map<String, Integer> values) implements SettingsReader {

    @Override
    public int getInt(String category, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    @Override
    public String getString(String category, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigDecimal getDecimal(String category, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getBoolean(String category, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Json getJson(String category, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> getSecret(String category, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(String category, String key, Json value) {
        throw new UnsupportedOperationException();
    }
}
