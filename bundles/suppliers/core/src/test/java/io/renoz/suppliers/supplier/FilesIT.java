package io.renoz.suppliers.supplier;

import static io.renoz.suppliers.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.InputChecks;
import io.renoz.data.Tables;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.api.WrittenRecord.Outcome;
import io.renoz.suppliers.Trade;
import io.renoz.suppliers.agreement.AgreementExport;
import io.renoz.suppliers.price.PriceExport;
import io.renoz.suppliers.purchase.order.OrderExport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.validation.Validation;
import javax.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Suppliers, their parts and prices as files. */
class FilesIT {

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

    private static final ImportOptions UPSERT =
            new ImportOptions(UUID.randomUUID(), ImportMode.CREATE_OR_UPDATE, DuplicateHandling.SKIP, null);
    private static final ImportOptions CREATE =
            new ImportOptions(UUID.randomUUID(), ImportMode.CREATE, DuplicateHandling.SKIP, null);

    private final Trade trade = new Trade();
    private final Tables tables = Trade.PLATFORM.tables("suppliers");
    private final SupplierImport target =
            new SupplierImport(tables, trade.registration, new Declared(), trade.openOrders);

    private static ImportRow row(int number, Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return new ImportRow(number, values);
    }

    private List<WrittenRecord> write(ImportOptions options, ImportRow... rows) {
        return trade.in(() -> target.write(List.of(rows), options));
    }

    @Test
    void makesAndChangesSuppliers() {
        SupplierView known = trade.open("{\"name\": \"Old\", \"email\": \"old@x.example\", \"phone\": \"1\"}");

        List<WrittenRecord> written = write(
                UPSERT,
                row(2, "name", "New", "email", "New@X.example", "creditLimit", new BigDecimal("5.5")),
                row(3, "email", "OLD@x.example", "phone", "2", "supplierCode", "IGNORED"),
                row(4, "email", "new@x.example", "phone", "3"));

        assertThat(written)
                .extracting(WrittenRecord::outcome)
                .containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.UPDATED);
        SupplierView changed = trade.read(known.id());
        assertThat(changed.phone()).isEqualTo("2");
        assertThat(changed.name()).isEqualTo("Old");
        assertThat(changed.supplierCode()).isEqualTo(known.supplierCode());
        assertThat(trade.read(written.get(0).id()).phone()).isEqualTo("3");
        assertThat(trade.read(written.get(0).id()).currency()).isEqualTo("AUD");
    }

    @Test
    void leavesOutWhatIsThereAlready() {
        trade.open("{\"name\": \"Old\", \"email\": \"old@x.example\"}");

        assertThat(write(CREATE, row(2, "name", "Old", "email", "old@x.example", "phone", "9")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithRows() {
        trade.open("{\"name\": \"Old\", \"email\": \"old@x.example\", \"supplierCode\": \"A\"}");
        trade.open("{\"name\": \"Two\", \"supplierCode\": \"B\"}");

        List<RowError> errors = trade.in(() -> target.validate(
                List.of(
                        row(2, "name", "X", "email", "no address"),
                        row(3, "name", "X", "currency", "XQZ"),
                        row(4, "supplierCode", "B", "email", "old@x.example"),
                        row(5, "name", "Good")),
                UPSERT));

        assertThat(errors).extracting(RowError::row).containsExactly(2, 3, 4);
        assertThat(errors).extracting(RowError::field).containsExactly("email", "currency", "email");
        assertThat(errors.get(2).code()).isEqualTo("duplicate");
    }

    @Test
    void takesBackWhatItDid() {
        SupplierView known = trade.open("{\"name\": \"Old\", \"email\": \"old@x.example\", \"phone\": \"1\"}");
        List<WrittenRecord> written = write(
                UPSERT,
                row(2, "name", "New"),
                row(3, "email", "old@x.example", "phone", "2"),
                row(4, "name", "Bought"));
        UUID bought = written.get(1).id();
        trade.ordered(bought, trade.shelf.put("Bolt"), "ordered", trade.neighbours.today(), "1.000", "1.00");

        assertThat(trade.in(() -> target.undo(written))).containsExactly(4);

        assertThat(trade.read(known.id()).phone()).isEqualTo("1");
        assertRefused(() -> trade.read(written.get(0).id())).isEqualTo("not-found");
        assertThat(trade.read(bought).name()).isEqualTo("Bought");
    }

    @Test
    void writesAThousandRowsInFewStatements() {
        ImportRow[] rows = IntStream.range(0, 1000)
                .mapToObj(i -> row(i + 2, "name", "S" + i, "email", "s" + i + "@x.example"))
                .toArray(ImportRow[]::new);
        long before = Trade.PLATFORM.statements();

        assertThat(write(UPSERT, rows)).hasSize(1000);

        assertThat(Trade.PLATFORM.statements() - before).isLessThan(20);
    }

    private List<Map<String, @Nullable Object>> read(ExportSource source) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        List<String> fields =
                source.describe().fields().stream().map(ExportField::name).toList();
        Optional<String> cursor = Optional.empty();
        do {
            var query = new ExportQuery(Instant.EPOCH, Instant.now().plusSeconds(1), Map.of(), fields, cursor, 2);
            cursor = trade.organization.read(() -> source.read(query, row -> rows.add(new HashMap<>(row))));
        } while (cursor.isPresent());
        return rows;
    }

    @Test
    void isWrittenToFiles() {
        UUID acme = trade.open("""
                {"name": "Acme", "contacts": [{"name": "Ann"}],
                 "addresses": [{"street1": "1 Wharf Rd", "city": "Perth", "postcode": "6000"}]}
                """).id();
        trade.named("Two");
        trade.named("Three");
        UUID bolt = trade.shelf.put("Bolt");
        trade.price(acme, bolt, "7.00", "");
        trade.agreement(trade.user("*"), acme, "");
        trade.ordered(acme, bolt, "ordered", trade.neighbours.today(), "1.000", "1.00");

        assertThat(read(new SupplierExport(tables)))
                .extracting(row -> row.get("name"))
                .containsExactly("Acme", "Two", "Three");
        assertThat(read(new ContactExport(tables)))
                .extracting(row -> row.get("name"))
                .containsExactly("Ann");
        assertThat(read(new AddressExport(tables)))
                .extracting(row -> row.get("city"))
                .containsExactly("Perth");
        assertThat(read(new PriceExport(tables)))
                .extracting(row -> row.get("productId"))
                .containsExactly(bolt);
        assertThat(read(new AgreementExport(tables)))
                .extracting(row -> row.get("title"))
                .containsExactly("Year");
        assertThat(read(new OrderExport(tables)))
                .extracting(row -> row.get("supplierId"))
                .containsExactly(acme);
        assertThat(new PriceExport(tables).describe().dependencies()).containsExactlyInAnyOrder("supplier", "product");
    }
}
