package io.renoz.orders.document;

import io.renoz.document.BusinessDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in small print below a line of goods. */
final class Goods {

    private Goods() {}

    static void details(BusinessDocument paper, @Nullable String sku, List<String> serials) {
        paper.detail(sku);
        if (!serials.isEmpty()) {
            paper.detail("Serial numbers: " + String.join(", ", serials));
        }
    }
}
