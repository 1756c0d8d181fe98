package io.renoz.document;

import java.util.Optional;

/**
 * How an organization's documents look.
 *
 * @param primaryColor of headings, {@code #RRGGBB}
 * @param secondaryColor of lines and small print, {@code #RRGGBB}
 * @param fontFamily {@code inter}, {@code roboto}, {@code open_sans}, {@code lato}, {@code montserrat}, {@code poppins}, {@code
 *     source_sans} or {@code nunito}
 * @param paperSize {@code a4} or {@code letter}
 * @param logo a picture at the top
 * @param headerText beside it; may be empty
 * @param footerText at the bottom of every page; may be empty
 */
public record PdfLook(
        String primaryColor,
        String secondaryColor,
        String fontFamily,
        String paperSize,
        Optional<Picture> logo,
        String headerText,
        String footerText) {

    private static final String COLOR = "#[0-9A-Fa-f]{6}";

    /** A picture: PNG, JPEG or whatever else the platform can read. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares pictures
    public record Picture(String mediaType, byte[] bytes) {}

    public PdfLook {
        if (!primaryColor.matches(COLOR) || !secondaryColor.matches(COLOR)) {
            throw new IllegalArgumentException("A colour is #RRGGBB.");
        }
    }
}
