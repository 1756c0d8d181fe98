package io.renoz.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.problem.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffedTypesTest {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final SniffedTypes types = new SniffedTypes();

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    private String verified(String declared, String name, byte[] content) {
        return types.verified(declared, name, new ByteArrayInputStream(content));
    }

    private String verified(String declared, String name, String content) {
        return verified(declared, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String slug, String declared, String name, byte[] content) {
        Problem refusal = catchThrowableOfType(Problem.class, () -> verified(declared, name, content));

        assertThat(refusal).as(declared + " " + name).isNotNull();
        assertThat(refusal.slug()).as(declared + " " + name).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, 89504e470d0a1a0a 0000000d49484452",
        "image/jpeg, ffd8ffe0 00104a464946",
        "image/gif, 474946383961 0100",
        "image/webp, 52494646 24000000 57454250 56503820",
        "application/pdf, 255044462d312e37 0a",
        "application/msword, d0cf11e0a1b11ae1",
        "application/vnd.ms-excel, d0cf11e0a1b11ae1",
        "video/mp4, 00000018 66747970 6d703432 00000000",
        "image/heic, 00000018 66747970 68656963 00000000",
        "audio/mpeg, 49443303 00000000",
        "application/gzip, 1f8b0800 00000000",
        "image/tiff, 49492a00 08000000",
        "image/vnd.dwg, 414331303332 0000"
    })
    @DisplayName("SET-22: content whose signature matches the declared type is let in")
    void letsInWhatIsWhatItSays(String type, String content) {
        assertThat(verified(type, "file", hex(content))).isEqualTo(type);
        refused("content-mismatch", type, "file", "just text".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv", "application/json", "text/tab-separated-values", "text/calendar"})
    void letsInTextOfEveryKind(String type) {
        assertThat(verified(type, "file", "id,name\n1,Müller\n")).isEqualTo(type);
        assertThat(verified(type + "; charset=utf-8", "file", "[{\"a\": 1}]")).isEqualTo(type);
        assertThat(verified(type, "file", "")).isEqualTo(type);
        refused("content-mismatch", type, "file", hex("00010203 04050607 08"));
    }

    @Test
    void letsInOfficeFilesWithoutOpeningThem() throws IOException {
        assertThat(verified(SHEET, "a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")))
                .isEqualTo(SHEET);
        assertThat(verified("application/zip", "a.zip", zip("[Content_Types].xml")))
                .isEqualTo("application/zip");
        assertThat(verified("application/x-zip-compressed", "a.zip", zip("a.txt")))
                .isEqualTo("application/zip");
        refused("content-mismatch", "application/pdf", "a.pdf", zip("a.txt"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, a.html",
        "application/xhtml+xml, a.xhtml",
        "application/xml, a.xml",
        "text/xml, a.xml",
        "image/svg+xml, a.svg",
        "application/javascript, a.js",
        "text/javascript, a.js",
        "application/x-sh, a.sh",
        "application/x-msdownload, a.exe",
        "application/java-archive, a.jar",
        "application/octet-stream, a.html",
        "application/octet-stream, a.svg",
        "application/octet-stream, a.unheard-of",
        "'', a.php",
        "nonsense, a.js"
    })
    @DisplayName("SET-22: html, xml and script types are refused, whatever is in them")
    void refusesWhatRuns(String declared, String name) {
        refused("unsupported-media-type", declared, name, "text".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>hi</body></html>",
                "<html><script>alert(1)</script></html>",
                "<?xml version=\"1.0\"?><a/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "#!/bin/sh\nrm -rf /\n"
            })
    @DisplayName("SET-22: pages, markup and scripts that say they are something else answer content-mismatch")
    void seesThroughOtherNames(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        refused("content-mismatch", "text/plain", "a.txt", bytes);
        refused("content-mismatch", "image/png", "a.png", bytes);
        refused("content-mismatch", "text/csv", "a.csv", bytes);
        refused("content-mismatch", "application/json", "a.json", bytes);
    }

    @Test
    void takesTheNameWhereNothingIsDeclared() {
        assertThat(verified("application/octet-stream", "Price List.CSV", "a,b"))
                .isEqualTo("text/csv");
        assertThat(verified("", "report.pdf", hex("255044462d312e37"))).isEqualTo("application/pdf");
        assertThat(verified("image/jpg", "a.jpg", hex("ffd8ffe0 00104a464946"))).isEqualTo("image/jpeg");
    }

    @Test
    void leavesTheStreamWhereItWas() throws IOException {
        InputStream content = new BufferedInputStream(new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)));

        types.verified("text/csv", "a.csv", content);

        assertThat(content.readAllBytes()).hasSize(3);
    }
}
