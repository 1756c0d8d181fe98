package io.renoz.settings.api;

/**
 * A field of an exported record.
 *
 * @param name as the API names it, in camel case
 * @param personal data of a natural person, replaced by a pseudonym in an anonymized file
 */
public record ExportField(String name, boolean personal) {

    /** One that tells nothing about a person. */
    public static ExportField of(String name) {
        return new ExportField(name, false);
    }

    /** One that tells something about a person. */
    public static ExportField personal(String name) {
        return new ExportField(name, true);
    }
}
