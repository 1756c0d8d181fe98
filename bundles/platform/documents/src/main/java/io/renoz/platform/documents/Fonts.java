package io.renoz.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * The typefaces that documents can have, all of them in this bundle: freely licensed (SIL Open Font License), embedded into each
 * document as far as it uses them.
 */
final class Fonts {

    /** What stands in for a family that is not here. */
    static final String OTHERWISE = "inter";

    private static final Set<String> FAMILIES =
            Set.of("inter", "roboto", "open_sans", "lato", "montserrat", "poppins", "source_sans", "nunito");

    /** Letters that few families have are taken from these, in this order. */
    private static final List<String> WIDEST = List.of("source_sans", "inter");

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private Fonts() {}

    static boolean has(String family) {
        return FAMILIES.contains(family);
    }

    /** Offers a family, and those that have the letters it lacks; the names for a style sheet. */
    static String offer(String family, PdfRendererBuilder builder) {
        var names = new StringBuilder();
        List.of(family, WIDEST.get(0), WIDEST.get(1)).stream().distinct().forEach(name -> {
            builder.useFont(() -> open(name + "-regular.ttf"), name, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> open(name + "-bold.ttf"), name, BOLD, FontStyle.NORMAL, true);
            names.append('\'').append(name).append("', ");
        });
        return names + "sans-serif";
    }

    private static InputStream open(String file) {
        InputStream font = Fonts.class.getResourceAsStream("fonts/" + file);
        if (font == null) {
            throw new IllegalStateException("The bundle has no font " + file);
        }
        return font;
    }
}
