package io.renoz.settings.api;

/** What kind of value a setting has. */
public enum SettingType {
    STRING,
    NUMBER,
    BOOLEAN,
    JSON
}
