package io.renoz.settings.attachment;

/** How far a file has come. */
enum AttachmentStatus {
    PENDING,
    STORED,
    QUARANTINED
}
