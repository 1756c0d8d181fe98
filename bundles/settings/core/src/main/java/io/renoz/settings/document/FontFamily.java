package io.renoz.settings.document;

/** Typefaces of documents. */
enum FontFamily {
    INTER,
    ROBOTO,
    OPEN_SANS,
    LATO,
    MONTSERRAT,
    POPPINS,
    SOURCE_SANS,
    NUNITO
}
