package io.renoz.settings.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "Angebot für Müller.pdf, Angebot für Müller.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\plan.txt, plan.txt",
        "a<b>c:d|e?f*g.txt, a_b_c_d_e_f_g.txt",
        "..., file",
        ".htaccess, htaccess",
        "CON.txt, _CON.txt",
        "lpt1, _lpt1",
        "'  spaced  ', spaced"
    })
    void makesNamesThatAnyFileSystemTakes(String given, String safe) {
        assertThat(FileNames.safe(given)).isEqualTo(safe);
    }

    @Test
    void takesOffWhatCannotBeSeen() {
        assertThat(FileNames.safe("invoice\u202Efdp.exe\r\n")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.safe("\u0000")).isEqualTo("file");
    }

    @Test
    void shortensLongNamesBeforeTheirExtension() {
        assertThat(FileNames.safe("x".repeat(300) + ".pdf")).hasSize(255).endsWith("x.pdf");
        assertThat(FileNames.cut("😀".repeat(200)))
                .hasSizeLessThanOrEqualTo(255)
                .doesNotContain("\uFFFD");
    }
}
