package io.renoz.settings.organization;

/** What the organization has bought. */
public enum Plan {
    FREE,
    STARTER,
    PRO,
    ENTERPRISE
}
