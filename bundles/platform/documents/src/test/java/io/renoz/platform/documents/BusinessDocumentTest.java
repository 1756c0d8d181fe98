package io.renoz.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.document.PdfLook;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class BusinessDocumentTest {

    private static final Instant DATED = Instant.parse("2026-03-01T10:00:00Z");
    private static final PdfLook LOOK =
            new PdfLook("#112233", "#445566", "inter", "a4", Optional.empty(), "Acme Ltd", "ABN 12");

    private final PdfMaker maker = new PdfMaker();

    private byte[] bytes(BusinessDocument paper) {
        return maker.render(paper.in(LOOK, Locale.ENGLISH, "Terms of the house.", "", DATED))
                .bytes();
    }

    private String text(BusinessDocument paper) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes(paper))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        }
    }

    private static BusinessDocument invoice() {
        return BusinessDocument.titled("Invoice INV-1")
                .remark("Replaces revision 0.")
                .party("Bill to", Arrays.asList("Smith & Sons <AU>", null, " ", "1 High St"))
                .party("Ship to", Arrays.asList("", null))
                .fact("Date", "1 March 2026")
                .fact("Your order", null)
                .table("", Column.amount("#"), Column.text("Item"), Column.amount("Amount"))
                .section("Batteries")
                .row("1", "Powerwall", "$9,000.00")
                .detail("Serial numbers: A1, A2")
                .detail("")
                .row("2", null, "$10.00")
                .across("Delivered on a pallet.")
                .table("Ageing", Column.text("Current"))
                .row("$9,910.00")
                .total("Tax", "$900.00")
                .grandTotal("Total", "$9,910.00")
                .note("Notes", "Call ahead.\nRing twice.")
                .note("Nothing", " ");
    }

    @Test
    void saysWhatItWasGivenAndNothingThatIsBlank() throws IOException {
        String text = text(invoice());

        assertThat(text)
                .contains("Invoice INV-1", "Replaces revision 0.", "Acme Ltd", "ABN 12")
                .contains("Bill to", "Smith & Sons <AU>", "1 High St", "Date 1 March 2026")
                .containsSubsequence("# Item Amount", "Batteries", "1 Powerwall $9,000.00", "Serial numbers: A1, A2")
                .containsSubsequence("2 $10.00", "Delivered on a pallet.", "Ageing", "Current", "$9,910.00")
                .containsSubsequence("Tax $900.00", "Total $9,910.00", "Notes", "Call ahead.", "Ring twice.")
                .contains("Terms of the house.");
        assertThat(text).doesNotContain("Ship to", "Your order", "Nothing", "null");
    }

    @Test
    void putsItsOwnTermsInThePlaceOfThoseOfItsKind() throws IOException {
        assertThat(text(invoice().terms("Paid in advance.")))
                .contains("Paid in advance.")
                .doesNotContain("Terms of the house.");
    }

    @Test
    void makesTheSameBytesOfTheSameContent() {
        assertThat(bytes(invoice()))
                .isEqualTo(bytes(invoice()))
                .isNotEqualTo(bytes(invoice().remark("More.")));
    }

    @Test
    void needNotSayMoreThanItsTitle() throws IOException {
        assertThat(text(BusinessDocument.titled("Statement"))).contains("Statement");
    }

    @Test
    void repeatsTheHeadOfALongTableOnEveryPage() throws IOException {
        var paper = BusinessDocument.titled("Pick list").table("", Column.text("Item"), Column.amount("Quantity"));
        IntStream.range(0, 200).forEach(i -> paper.row("Item " + i, "1"));

        try (PDDocument pdf = Loader.loadPDF(bytes(paper))) {
            var stripper = new PDFTextStripper();
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf)).contains("Quantity");
            }
        }
    }

    @Test
    void hasOneCellForEachColumn() {
        var paper = BusinessDocument.titled("X").table("", Column.text("Item"));

        assertThatThrownBy(() -> paper.row("a", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
