package io.renoz.products.product;

import static io.renoz.products.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.InputChecks;
import io.renoz.data.ListQuery;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.Shop;
import io.renoz.products.Wire;
import io.renoz.products.category.CategoryResource;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.api.WrittenRecord.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.validation.Validation;
import javax.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportIT {

    /** The constraints as they are declared. */
    private static final class Declared implements InputChecks {

        private final Validator validator = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();

        @Override
        public List<FieldError> errors(Object input) {
            return validator.validate(input).stream()
                    .map(broken -> new FieldError("/" + broken.getPropertyPath(), broken.getMessage()))
                    .toList();
        }
    }

    private static final ImportOptions CREATING = options(ImportMode.CREATE, DuplicateHandling.SKIP);
    private static final ImportOptions UPSERT = options(ImportMode.CREATE_OR_UPDATE, DuplicateHandling.SKIP);

    private final Shop shop = new Shop();
    private final ProductImport target = new ProductImport(Shop.tables, shop.making, shop.skus, new Declared());

    private static ImportOptions options(ImportMode mode, DuplicateHandling duplicates) {
        return new ImportOptions(UUID.randomUUID(), mode, duplicates, null);
    }

    private static ImportRow row(int number, Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return new ImportRow(number, values);
    }

    private List<WrittenRecord> write(ImportOptions options, ImportRow... rows) {
        return shop.in(() -> target.write(List.of(rows), options));
    }

    private List<RowError> faults(ImportOptions options, ImportRow... rows) {
        return shop.in(() -> target.validate(List.of(rows), options));
    }

    @Test
    @DisplayName("PRD-24: rows become products, with numbers where they bring none, in categories by slug or name")
    void makesProducts() {
        UUID category = shop.in(() ->
                        shop.categories.create(Wire.read("{\"name\":\"Solar Cables\"}", CategoryResource.Input.class)))
                .body()
                .id();

        List<WrittenRecord> written = write(
                CREATING,
                row(2, "name", "A", "category", "solar-cables", "basePrice", new BigDecimal("12.5"), "taxCode", "fre"),
                row(3, "name", "B", "sku", "B-1", "category", "SOLAR CABLES", "type", "service"));

        assertThat(written).extracting(WrittenRecord::outcome).containsOnly(Outcome.CREATED);
        ProductView first = shop.read(written.get(0).id());
        assertThat(first.sku()).isEqualTo("P000001");
        assertThat(first.categoryId()).isEqualTo(category);
        assertThat(first.basePrice()).isEqualTo("12.50");
        assertThat(first.taxCodeId()).isEqualTo(shop.taxCode("FRE"));
        ProductView second = shop.read(written.get(1).id());
        assertThat(second.categoryId()).isEqualTo(category);
        assertThat(second.trackInventory()).isFalse();
        assertThat(second.version()).isEqualTo(written.get(1).version());
    }

    @Test
    @DisplayName("PRD-24: rows are found by their sku whatever the case; what they change is undone")
    void changesProducts() {
        ProductView there = shop.make("{\"name\":\"A\",\"sku\":\"Ab-1\",\"basePrice\":5,\"brand\":\"X\"}");

        assertThat(write(CREATING, row(2, "sku", "aB-1", "name", "Other"))).isEmpty();
        List<WrittenRecord> written =
                write(UPSERT, row(2, "sku", "AB-1", "name", "New", "basePrice", new BigDecimal("6")));

        assertThat(written).extracting(WrittenRecord::outcome).containsExactly(Outcome.UPDATED);
        ProductView changed = shop.read(there.id());
        assertThat(changed.name()).isEqualTo("New");
        assertThat(changed.brand()).isEqualTo("X");
        assertThat(changed.basePrice()).isEqualByComparingTo("6");
        assertThat(shop.organization
                        .read(() -> shop.history.list(there.id(), ListQuery.first(9)))
                        .items())
                .hasSize(1);
        Set<Integer> kept = shop.in(() -> target.undo(written));
        assertThat(kept).isEmpty();
        assertThat(shop.read(there.id()).name()).isEqualTo("A");
        assertThat(shop.organization
                        .read(() -> shop.history.list(there.id(), ListQuery.first(9)))
                        .items())
                .hasSize(2);
    }

    @Test
    @DisplayName("PRD-24: a product that an import made goes with it, unless it is in use by now")
    void takesBackWhatItMade() {
        List<WrittenRecord> written = write(CREATING, row(2, "name", "A"), row(3, "name", "B"));
        UUID bundle = shop.bundle("Set").id();
        shop.put(bundle, written.get(1).id(), "1");

        Set<Integer> kept = shop.in(() -> target.undo(List.of(written.get(1), written.get(0))));

        assertThat(kept).containsExactly(3);
        assertRefused(() -> shop.read(written.get(0).id())).isEqualTo("not-found");
    }

    @Test
    @DisplayName("PRD-24: what is wrong with rows is told before anything is written")
    void tellsFaults() {
        shop.make("{\"name\":\"A\",\"sku\":\"A-1\",\"barcode\":\"77\"}");

        List<RowError> errors = faults(
                UPSERT,
                row(2, "name", "A", "category", "none"),
                row(3, "name", "B", "basePrice", new BigDecimal("-1")),
                row(4, "name", "C", "type", "service", "trackInventory", true),
                row(5, "name", "D", "sku", "A-2", "barcode", "77"),
                row(6, "name", "E", "taxCode", "GST"));

        assertThat(errors)
                .extracting(error -> error.row() + " " + error.field())
                .containsExactly("2 category", "3 basePrice", "4 trackInventory");
    }

    @Test
    @DisplayName("PRD-24: ten thousand rows are read and written within a minute, costs per row staying the same")
    void isFast() {
        Instant start = Instant.now();
        for (int batch = 0; batch < 100; batch++) {
            int first = batch * 100;
            List<ImportRow> rows = IntStream.range(first, first + 100)
                    .mapToObj(i -> row(i + 2, "name", "N" + i, "sku", "S-" + i, "basePrice", new BigDecimal(i)))
                    .toList();
            assertThat(shop.in(() -> target.validate(rows, UPSERT))).isEmpty();
            assertThat(shop.in(() -> target.write(rows, UPSERT))).hasSize(100);
        }

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(shop.organization.read(() -> shop.catalog.findBySku("s-9999")))
                .isPresent();
    }

    @Test
    @DisplayName("PRD-08: an export leaves costs out for whoever may not know them")
    void exports() {
        shop.make("{\"name\":\"A\",\"sku\":\"A-1\",\"costPrice\":5}");
        ProductExport export = new ProductExport(Shop.tables);
        var query = new ExportQuery(
                Instant.EPOCH,
                Instant.now().plusSeconds(60),
                Map.of(),
                List.of("sku", "costPrice"),
                Optional.empty(),
                10);
        var seen = new ArrayList<Map<String, @Nullable Object>>();
        shop.user("products.export", "products.read")
                .read(() -> export.read(query, row -> seen.add(new LinkedHashMap<>(row))));
        shop.user("products.export", "products.cost")
                .read(() -> export.read(query, row -> seen.add(new LinkedHashMap<>(row))));

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).containsEntry("sku", "A-1").containsEntry("costPrice", null);
        assertThat(seen.get(1).get("costPrice")).isEqualTo(new BigDecimal("5.00"));
    }
}
