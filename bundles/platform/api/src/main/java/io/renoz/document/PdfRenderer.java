package io.renoz.document;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes PDF of HTML. The same document makes the same bytes, on every node and at any time. Nothing is fetched from anywhere: a
 * picture or a style sheet that a template names is not there. Thread-safe.
 */
@ProviderType
public interface PdfRenderer {

    /**
     * The document as PDF.
     *
     * @throws IllegalArgumentException when the template is none: not well formed, or with values that are not escaped
     */
    RenderedPdf render(PdfDocument document);
}
