package io.renoz.settings.document;

/** Sizes of paper. */
enum PaperSize {
    A4,
    LETTER
}
