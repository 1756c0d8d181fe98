package io.renoz.settings.api;

/** What kind of value a custom field takes, and how a form asks for it. */
public enum CustomFieldType {
    TEXT,
    TEXTAREA,
    NUMBER,
    DATE,
    CHECKBOX,
    SELECT,
    MULTISELECT,
    EMAIL,
    URL,
    PHONE;

    /** Whether its values are chosen from options. */
    public boolean chosen() {
        return this == SELECT || this == MULTISELECT;
    }
}
