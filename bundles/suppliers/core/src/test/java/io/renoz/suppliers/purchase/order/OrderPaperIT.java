package io.renoz.suppliers.purchase.order;

import static io.renoz.suppliers.Trade.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Tables;
import io.renoz.document.PdfDocument;
import io.renoz.document.PdfLook;
import io.renoz.document.PdfRenderer;
import io.renoz.document.RenderedPdf;
import io.renoz.rest.Download;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.suppliers.purchase.Buying;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderPaperIT {

    private final Buying buying = new Buying();
    private final List<PdfDocument> printed = new ArrayList<>();
    private final PdfRenderer printer = document -> {
        printed.add(document);
        return new RenderedPdf(document.data().toString().getBytes(StandardCharsets.UTF_8), List.of());
    };
    private final DocumentTemplates templates = new DocumentTemplates() {
        @Override
        public DocumentTemplate find(String documentType) {
            var look = new PdfLook("#000000", "#666666", "inter", "a4", Optional.empty(), "", "");
            return new DocumentTemplate(documentType, null, look, false, "Goods remain ours.", Locale.ENGLISH);
        }

        @Override
        public void register(String documentType) {}
    };

    private Download pdf(UUID order) {
        Tables tables = PLATFORM.tables("suppliers");
        var resource = new PdfResource(tables, new OrderPaper(tables, templates, printer, buying.neighbours));
        return buying.trade.organization.read(() -> resource.pdf(order));
    }

    @Test
    void showsLinesAndTotals() {
        buying.trade.patch(buying.supplier, "{\"orderInstructions\": \"Ring twice\", \"ourAccountNumber\": \"C-77\"}");
        UUID order = buying.draft("3", "1000").id();

        Download draft = pdf(order);

        String text = printed.get(0).data().toString();
        assertThat(draft.name()).isEqualTo("PO-2026-00001.pdf");
        assertThat(printed.get(0).title()).isEqualTo("Purchase order PO-2026-00001");
        assertThat(text).contains("Bolts & Sons", "Bolt", "$3,300.00", "Ring twice", "C-77", "has not been sent");
        buying.sent(order);
        pdf(order);
        assertThat(printed.get(1).data().toString()).doesNotContain("has not been sent");
    }

    @Test
    void isTheSameEachTime() {
        UUID order = buying.sent("1", "1").id();

        assertThat(pdf(order).tag()).isEqualTo(pdf(order).tag());
        assertThat(printed.get(0).dated()).isEqualTo(printed.get(1).dated());
    }
}
