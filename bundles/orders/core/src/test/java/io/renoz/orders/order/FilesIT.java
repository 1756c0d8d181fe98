package io.renoz.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.orders.Shop;
import io.renoz.orders.importing.OrderImport;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files of orders")
class FilesIT {

    private final Shop shop = new Shop();
    private final UUID customer = shop.customer("Solar One");
    private final String code = "C-" + customer.toString().substring(24);
    private final UUID thing = shop.shelf.thing("A", "10.00");
    private final OrderImport target = new OrderImport(
            Shop.tables, shop.customers, shop.shelf, new ImportedDrafts(Shop.tables, shop.drafts, shop.revision));
    private final ImportOptions options =
            new ImportOptions(UUID.randomUUID(), ImportMode.CREATE, DuplicateHandling.SKIP, null);

    private ImportRow row(int number, String ref, String sku, int quantity) {
        return new ImportRow(
                number,
                Map.of("externalRef", ref, "customerCode", code, "sku", sku, "quantity", BigDecimal.valueOf(quantity)));
    }

    @Test
    @DisplayName(
            "ORD-25: an import makes drafts, their lines grouped by external reference, whatever batch they come in")
    void imports() {
        List<ImportRow> first = List.of(row(2, "W-1", "A", 1), row(3, "W-2", "A", 5));
        List<ImportRow> second = List.of(row(4, "W-1", "a", 2));
        assertThat(shop.in(() -> target.validate(first, options))).isEmpty();
        List<WrittenRecord> written = new ArrayList<>(shop.in(() -> target.write(first, options)));
        written.addAll(shop.in(() -> target.write(second, options)));

        assertThat(written).extracting(WrittenRecord::row).containsExactly(2, 3, 4);
        OrderView order = shop.read(written.get(0).id());
        assertThat(written.get(2).id()).isEqualTo(order.id());
        assertThat(order.externalRef()).isEqualTo("W-1");
        assertThat(order.lines()).hasSize(2);
        assertThat(order.total()).isEqualByComparingTo("33.00");

        var again = new ImportOptions(UUID.randomUUID(), ImportMode.CREATE, DuplicateHandling.SKIP, null);
        assertThat(shop.in(() -> target.matches(first, again))).hasSize(2);
        assertThat(shop.in(() -> target.write(first, again))).isEmpty();

        shop.patch(written.get(1).id(), "{\"customerNotes\":\"Mine\"}");
        Set<Integer> kept = shop.in(() -> target.undo(List.of(written.get(2), written.get(1), written.get(0))));
        assertThat(kept).containsExactly(3);
        assertThat(shop.organization
                        .read(() -> shop.orders.list(io.renoz.data.ListQuery.first(10)))
                        .items())
                .extracting(OrderView::externalRef)
                .containsExactly("W-2");
    }

    @Test
    void tellWhatIsWrongWithTheirRows() {
        List<ImportRow> rows = List.of(
                new ImportRow(2, Map.of("externalRef", "W-1", "customerCode", "NOBODY", "quantity", BigDecimal.ONE)),
                row(3, "W-2", "NOTHING", 1),
                row(4, "W-2", "A", 0));
        assertThat(shop.in(() -> target.validate(rows, options)))
                .extracting(RowError::row, RowError::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "customerCode"),
                        org.assertj.core.groups.Tuple.tuple(2, "sku"),
                        org.assertj.core.groups.Tuple.tuple(2, "unitPrice"),
                        org.assertj.core.groups.Tuple.tuple(3, "sku"),
                        org.assertj.core.groups.Tuple.tuple(4, "quantity"));
    }

    @Test
    void areWrittenInBatches() {
        for (int i = 0; i < 3; i++) {
            shop.draft(customer, thing, i + 1);
        }
        assertThat(read(new OrderExport(Shop.tables)))
                .hasSize(3)
                .extracting(row -> row.get("status"))
                .doesNotContainNull();
        assertThat(read(new LineExport(Shop.tables)))
                .extracting(row -> new BigDecimal(String.valueOf(row.get("quantity"))).intValue())
                .containsExactly(1, 2, 3);
    }

    private List<Map<String, @Nullable Object>> read(ExportSource source) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        List<String> fields =
                source.describe().fields().stream().map(ExportField::name).toList();
        Optional<String> cursor = Optional.empty();
        do {
            var query = new ExportQuery(Instant.EPOCH, Instant.now().plusSeconds(1), Map.of(), fields, cursor, 2);
            cursor = shop.organization.read(() -> source.read(query, row -> rows.add(new HashMap<>(row))));
        } while (cursor.isPresent());
        return rows;
    }
}
