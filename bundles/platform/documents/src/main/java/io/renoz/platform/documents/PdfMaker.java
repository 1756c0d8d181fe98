package io.renoz.platform.documents;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.renoz.document.PdfDocument;
import io.renoz.document.PdfLook;
import io.renoz.document.PdfRenderer;
import io.renoz.document.RenderedPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Makes PDF by openhtmltopdf and PDFBox, with every way out closed. */
@Component
public final class PdfMaker implements PdfRenderer {

    private final Templates templates = new Templates();

    @Activate
    public PdfMaker() {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new NoHostFonts());
    }

    @Override
    public RenderedPdf render(PdfDocument document) {
        var remarks = new ArrayList<String>();
        PdfLook look = document.look();
        String family = family(look.fontFamily(), remarks);
        Optional<PdfLook.Picture> logo = look.logo().flatMap(picture -> Pictures.readable(picture, remarks));
        var builder = new PdfRendererBuilder();
        String fonts = Fonts.offer(family, builder);
        String html = Page.of(document, fonts, logo, templates.filled(document.template(), document.data()));
        close(builder);
        builder.withHtmlContent(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            return new RenderedPdf(signed(renderer.getPdfDocument(), document, html), remarks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The template makes no document: " + e.getMessage(), e);
        }
    }

    private static String family(String asked, List<String> remarks) {
        if (Fonts.has(asked)) {
            return asked;
        }
        remarks.add("The font " + asked + " is not available; " + Fonts.OTHERWISE + " is used.");
        return Fonts.OTHERWISE;
    }

    /** Nothing but what stands in the document itself: no file, no network. */
    private static void close(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:image/"), when);
        }
        builder.useHttpStreamImplementation(uri -> new Nothing());
        for (String protocol : List.of("file", "jar", "ftp", "bundle", "classpath")) {
            builder.useProtocolsStreamImplementation(uri -> new Nothing(), protocol);
        }
    }

    /** What is behind every address. */
    private static final class Nothing implements FSStream {
        @Override
        public InputStream getStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public Reader getReader() {
            return Reader.nullReader();
        }
    }

    /** The bytes, of which nothing tells when or where they were made but the document's own date. */
    private static byte[] signed(PDDocument pdf, PdfDocument document, String html) throws IOException {
        var dated = GregorianCalendar.from(document.dated().atZone(ZoneOffset.UTC));
        var information = new PDDocumentInformation();
        information.setTitle(document.title());
        information.setProducer("Renoz");
        information.setCreationDate(dated);
        information.setModificationDate(dated);
        pdf.setDocumentInformation(information);
        pdf.getDocumentCatalog().setLanguage(document.language().toLanguageTag());
        pdf.setDocumentId(number(html + document.dated()));
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static long number(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
