package io.renoz.document;

import java.util.List;

/**
 * A document as PDF.
 *
 * @param remarks what could not be done as asked, in sentences for people: a font that is not there, a logo that is no picture
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares documents
public record RenderedPdf(byte[] bytes, List<String> remarks) {

    public RenderedPdf {
        remarks = List.copyOf(remarks);
    }
}
