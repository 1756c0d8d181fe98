package io.renoz.settings.api;

/** Who besides staff may fetch a stored file. */
public enum AttachmentVisibility {
    INTERNAL,
    CUSTOMER,
    SUBCONTRACTOR
}
