package io.renoz.settings.api;

/** What a stored file is to the platform. */
public enum AttachmentCategory {
    /** Sent by a person. */
    UPLOAD,
    /** A document the platform made: an invoice, a delivery note. */
    GENERATED,
    EXPORT,
    IMPORT,
    REPORT,
    AVATAR,
    LOGO,
    SIGNATURE
}
