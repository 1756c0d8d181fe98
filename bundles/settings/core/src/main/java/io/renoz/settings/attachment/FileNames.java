package io.renoz.settings.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files that any file system takes. */
final class FileNames {

    private static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 20;
    private static final String NONE = "file";

    /** What one widespread system takes for its devices, whatever comes after a dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileNames() {}

    /** As it was given, as far as it can be kept. */
    static String cut(String given) {
        String plain = given.replace("\u0000", "");
        return plain.length() <= LONGEST ? plain : shortened(plain);
    }

    /** Without folders, control characters, and what stands for something in the names of files somewhere. */
    static String safe(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (clean.isEmpty()) {
            return NONE;
        }
        String stem = clean.replaceFirst("[.].*", "").toLowerCase(Locale.ROOT);
        String named = DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]") ? "_" + clean : clean;
        return named.length() <= LONGEST ? named : shortened(named);
    }

    /** Cut before its extension, and not through the middle of a character. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }
}
