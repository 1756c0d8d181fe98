package io.renoz.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.sun.net.httpserver.HttpServer;
import io.renoz.document.PdfDocument;
import io.renoz.document.PdfLook;
import io.renoz.document.PdfLook.Picture;
import io.renoz.document.RenderedPdf;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfMakerTest {

    private static final Instant DATED = Instant.parse("2026-03-01T10:00:00Z");
    private static final String CONTENT = "<table><thead><tr><th>Item</th><th class=\"amount\">Price</th></tr></thead>"
            + "{{#lines}}<tr><td>{{name}}</td><td class=\"amount\">{{price}}</td></tr>{{/lines}}</table>"
            + "{{^paid}}<p class=\"total\">To pay: {{total}}</p>{{/paid}}";
    private static final Map<String, ?> DATA = Map.of(
            "lines",
            List.of(
                    Map.of("name", "Bolt <M8> & nut", "price", "$1.20"),
                    Map.of("name", "Łódź čaj Ωμέγα Жук", "price", "1 234,00 €")),
            "paid",
            false,
            "total",
            "$1,235.20");

    private final PdfMaker maker = new PdfMaker();

    private static PdfLook look(String font, String paper, Optional<Picture> logo) {
        return new PdfLook("#112233", "#445566", font, paper, logo, "Acme Ltd\n1 High St", "ABN 1 < 2");
    }

    private static PdfDocument document(String template, Map<String, ?> data, PdfLook look) {
        return new PdfDocument("Invoice INV-1", template, data, look, Locale.forLanguageTag("en-AU"), "", DATED);
    }

    private static PdfDocument invoice() {
        return document(CONTENT, DATA, look("inter", "a4", Optional.empty()));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static long pictures(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            long count = 0;
            for (COSName name : resources.getXObjectNames()) {
                count += resources.isImageXObject(name) ? 1 : 0;
            }
            return count;
        }
    }

    @Test
    void writesWhatTheDataSays() throws IOException {
        String text = text(maker.render(invoice()).bytes());

        assertThat(text)
                .contains("Invoice INV-1", "Acme Ltd", "1 High St", "ABN 1 < 2", "1 / 1")
                .contains("Bolt <M8> & nut", "$1.20", "To pay: $1,235.20")
                .contains("Łódź čaj Ωμέγα Жук", "1 234,00 €");
    }

    @Test
    void makesTheSameBytesOfTheSameData() {
        TimeZone before = TimeZone.getDefault();
        byte[] first = maker.render(invoice()).bytes();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            List<byte[]> others = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> new PdfMaker().render(invoice()).bytes()))
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(others).allSatisfy(bytes -> assertThat(bytes).isEqualTo(first));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void carriesItsTitleItsLanguageAndItsDateAndNothingElse() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(maker.render(invoice()).bytes())) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Invoice INV-1");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(DATED);
            assertThat(pdf.getDocumentInformation().getProducer()).isEqualTo("Renoz");
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-AU");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inter", "roboto", "open_sans", "lato", "montserrat", "poppins", "source_sans", "nunito"})
    void embedsTheFontThatIsAskedFor(String font) throws IOException {
        RenderedPdf rendered = maker.render(document(CONTENT, DATA, look(font, "a4", Optional.empty())));

        assertThat(rendered.remarks()).isEmpty();
        assertThat(rendered.bytes()).hasSizeLessThan(150_000);
        try (PDDocument pdf = Loader.loadPDF(rendered.bytes())) {
            var resources = pdf.getPage(0).getResources();
            var names = new java.util.ArrayList<String>();
            for (COSName name : resources.getFontNames()) {
                PDFont one = resources.getFont(name);
                names.add(one.getName().toLowerCase(Locale.ROOT));
                assertThat(one.isEmbedded()).as(one.getName()).isTrue();
            }
            String plain = font.replace("_", "");
            assertThat(names).anyMatch(name -> name.replace("-", "").contains(plain));
        }
    }

    @Test
    void saysWhenAFontIsNotThere() throws IOException {
        RenderedPdf rendered = maker.render(document(CONTENT, DATA, look("comic_sans", "a4", Optional.empty())));

        assertThat(rendered.remarks()).containsExactly("The font comic_sans is not available; inter is used.");
        assertThat(text(rendered.bytes())).contains("To pay");
    }

    @Test
    void hasThePaperThatIsAskedFor() throws IOException {
        try (PDDocument letter =
                Loader.loadPDF(maker.render(document(CONTENT, DATA, look("inter", "letter", Optional.empty())))
                        .bytes())) {
            assertThat(letter.getPage(0).getMediaBox().getWidth())
                    .isCloseTo(612, org.assertj.core.data.Offset.offset(1f));
        }
        try (PDDocument a4 = Loader.loadPDF(maker.render(invoice()).bytes())) {
            assertThat(a4.getPage(0).getMediaBox().getHeight()).isCloseTo(842, org.assertj.core.data.Offset.offset(1f));
        }
    }

    @Test
    void showsTheLogo() throws IOException {
        var logo = new Picture("image/png", png(40, 20));

        RenderedPdf rendered = maker.render(document(CONTENT, DATA, look("inter", "a4", Optional.of(logo))));

        assertThat(rendered.remarks()).isEmpty();
        assertThat(pictures(rendered.bytes())).isEqualTo(1);
    }

    @Test
    void leavesOutALogoThatIsNoPicture() throws IOException {
        var webp = new Picture("image/webp", "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
        var broken = new Picture("image/png", java.util.Arrays.copyOf(png(40, 20), 30));
        var bomb = new Picture("image/png", png(5000, 5000));

        for (Picture picture : List.of(webp, broken, bomb)) {
            RenderedPdf rendered = maker.render(document(CONTENT, DATA, look("inter", "a4", Optional.of(picture))));
            assertThat(rendered.remarks()).singleElement().asString().startsWith("The logo is left out");
            assertThat(pictures(rendered.bytes())).isZero();
        }
    }

    @Test
    void reachesForNothingOutsideOfTheDocument(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        Path secret = Files.write(folder.resolve("secret.png"), png(10, 10));
        String web = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            RenderedPdf rendered = maker.render(document(
                    "<link rel=\"stylesheet\" href=\"" + web + "/a.css\"/><img src=\"" + web + "/a.png\"/>"
                            + "<img src=\"" + secret.toUri() + "\"/><img src=\"" + secret + "\"/>"
                            + "<style>@import url('" + web + "/b.css'); @font-face { font-family: x; src: url('" + web
                            + "/x.ttf'); } p { font-family: x; background: url('" + web + "/c.png') }</style>"
                            + "<object data=\"" + web + "/o\"></object><p>still here</p>",
                    Map.of(),
                    look("inter", "a4", Optional.empty())));

            assertThat(text(rendered.bytes())).contains("still here");
            assertThat(pictures(rendered.bytes())).isZero();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void escapesEveryValue() throws IOException {
        RenderedPdf rendered = maker.render(document(
                "<p>{{value}}</p>",
                Map.of("value", "</p><h1>Boo</h1><img src='http://127.0.0.1/x'/>&\u0001\uFFFF]]>"),
                look("inter", "a4", Optional.empty())));

        assertThat(text(rendered.bytes())).contains("</p><h1>Boo</h1>");
        for (String unescaped : List.of("{{{value}}}", "{{&value}}", "{{ & value }}", "{{>other}}", "{{=<% %>=}}")) {
            assertThatThrownBy(() -> maker.render(document(unescaped, Map.of(), look("inter", "a4", Optional.empty()))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesWhatIsNoTemplate() {
        for (String broken :
                List.of("<p>open", "{{#a}}<p>x</p>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;")) {
            assertThatThrownBy(() -> maker.render(document(broken, Map.of(), look("inter", "a4", Optional.empty()))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Tells what it knows to whoever calls. */
    public static final class Talkative {
        public String secret() {
            return "told";
        }
    }

    @Test
    void callsNoMethodsOfWhatItIsGiven() throws IOException {
        String text = text(maker.render(document(
                        "<p>a{{x.class}}{{x.secret}}{{class}}b</p>",
                        Map.of("x", new Talkative()),
                        look("inter", "a4", Optional.empty())))
                .bytes());

        assertThat(text).contains("ab").doesNotContain("told");
    }

    @Test
    void hasACodeThatTelephonesRead() throws Exception {
        String link = "https://acme.example/pay/INV-1?a=ä";
        var document = new PdfDocument(
                "Invoice INV-1", CONTENT, DATA, look("inter", "a4", Optional.empty()), Locale.ENGLISH, link, DATED);

        byte[] bytes = maker.render(document).bytes();

        assertThat(maker.render(document).bytes()).isEqualTo(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var seen = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new MultiFormatReader().decode(seen).getText()).isEqualTo(link);
        }
    }

    @Test
    void goesOnOverPages() throws IOException {
        List<Map<String, String>> lines = IntStream.range(0, 200)
                .mapToObj(i -> Map.of("name", "Line " + i, "price", "$" + i))
                .toList();

        byte[] pdf = maker.render(
                        document(CONTENT, Map.of("lines", lines, "total", "$1"), look("inter", "a4", Optional.empty())))
                .bytes();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
        }
        assertThat(text(pdf)).contains("Line 199", "2 / ");
    }
}
