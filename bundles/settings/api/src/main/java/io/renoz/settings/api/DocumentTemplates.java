package io.renoz.settings.api;

import org.osgi.annotation.versioning.ProviderType;

/** How the documents of the current organization look. Thread-safe. */
@ProviderType
public interface DocumentTemplates {

    /**
     * Look and texts of a type of documents: what the organization set for the type, else its branding. For a type that is not
     * known, the branding alone.
     */
    DocumentTemplate find(String documentType);

    /**
     * Makes a type of documents known, so that the organization can set its look; called by enable hooks. Again changes nothing.
     *
     * @param documentType at most 50 characters of {@code a-z 0-9 _}
     */
    void register(String documentType);
}
