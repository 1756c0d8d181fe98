package io.renoz.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.api.ConsentSource;
import io.renoz.data.InputChecks;
import io.renoz.data.Tables;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.api.WrittenRecord.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.validation.Validation;
import javax.validation.Validator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
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

    private static final InputChecks CHECKS = new Declared();

    private final Shop shop = new Shop();
    private final Tables tables = Shop.PLATFORM.tables("customers");
    private final ImportTarget customers = new CustomerImport(tables, shop.openings, CHECKS, shop.departures);
    private final ImportTarget contacts =
            new ContactImport(tables, shop.parts, CHECKS, Shop.PLATFORM.events(), shop.neighbours.clock);
    private final ImportTarget addresses = new AddressImport(tables, shop.parts, CHECKS);

    private static ImportOptions options(ImportMode mode, DuplicateHandling duplicates) {
        return new ImportOptions(UUID.randomUUID(), mode, duplicates, null);
    }

    private static ImportOptions creating(DuplicateHandling duplicates) {
        return options(ImportMode.CREATE, duplicates);
    }

    private static final ImportOptions UPSERT = options(ImportMode.CREATE_OR_UPDATE, DuplicateHandling.SKIP);

    private static ImportRow row(int number, Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return new ImportRow(number, values);
    }

    private List<WrittenRecord> write(ImportTarget target, ImportOptions options, ImportRow... rows) {
        return shop.in(() -> target.write(List.of(rows), options));
    }

    private List<RowError> faults(ImportTarget target, ImportOptions options, ImportRow... rows) {
        return shop.in(() -> target.validate(List.of(rows), options));
    }

    private CustomerView read(WrittenRecord record) {
        return shop.read(record.id());
    }

    @Test
    @DisplayName("CUS-22: rows become customers, with the codes and rules of the API")
    void makesCustomers() {
        List<WrittenRecord> written = write(
                customers,
                creating(DuplicateHandling.SKIP),
                row(2, "name", "Ann's", "email", "Ann@X.example", "phone", "08 5550 1234", "type", "individual"),
                row(3, "name", "Bo's", "customerCode", "OLD-7", "creditLimit", new BigDecimal("12.50")));

        assertThat(written).extracting(WrittenRecord::outcome).containsOnly(Outcome.CREATED);
        assertThat(read(written.get(0)).email()).isEqualTo("ann@x.example");
        assertThat(read(written.get(0)).customerCode()).startsWith("CUST-");
        assertThat(read(written.get(1)).customerCode()).isEqualTo("OLD-7");
        assertThat(read(written.get(1)).version()).isEqualTo(written.get(1).version());
    }

    @Test
    @DisplayName("CUS-22: rows match on customer_code, then external_ref, then email")
    void matchesByCodeThenReferenceThenMail() {
        CustomerView coded = shop.open("{\"name\":\"A\",\"customerCode\":\"A-1\",\"email\":\"both@x.example\"}");
        CustomerView referred = shop.open("{\"name\":\"B\",\"externalRef\":\"R-1\",\"email\":\"both@x.example\"}");

        Map<Integer, UUID> matches = shop.in(() -> customers.matches(
                List.of(
                        row(2, "customerCode", "A-1", "externalRef", "R-1"),
                        row(3, "customerCode", "none", "externalRef", "R-1", "email", "both@x.example"),
                        row(4, "email", "BOTH@x.example"),
                        row(5, "email", "nobody@x.example")),
                UPSERT));

        assertThat(matches)
                .containsOnly(Map.entry(2, coded.id()), Map.entry(3, referred.id()), Map.entry(4, coded.id()));
    }

    @Test
    @DisplayName("SET-21: a row whose record is there is skipped, fills gaps, or makes a second record, as asked")
    void handlesDuplicatesAsAsked() {
        CustomerView there = shop.open("{\"name\":\"Ann's\",\"email\":\"a@x.example\",\"industry\":\"food\"}");
        ImportRow row = row(2, "name", "Other", "email", "a@x.example", "industry", "bread", "website", "w.example");

        assertThat(write(customers, creating(DuplicateHandling.SKIP), row)).isEmpty();
        assertThat(shop.read(there.id()).version()).isEqualTo(there.version());

        List<WrittenRecord> merged = write(customers, creating(DuplicateHandling.MERGE), row);
        assertThat(merged).extracting(WrittenRecord::outcome).containsExactly(Outcome.UPDATED);
        assertThat(shop.read(there.id()).name()).isEqualTo("Ann's");
        assertThat(shop.read(there.id()).website()).isEqualTo("w.example");

        List<WrittenRecord> second = write(customers, creating(DuplicateHandling.CREATE), row);
        assertThat(second).extracting(WrittenRecord::outcome).containsExactly(Outcome.CREATED);
        assertThat(second.get(0).id()).isNotEqualTo(there.id());
    }

    @Test
    void changesWhatIsThereAndMakesTheRest() {
        CustomerView there = shop.open("{\"name\":\"Ann's\",\"externalRef\":\"R-1\",\"industry\":\"food\"}");

        List<WrittenRecord> written = write(
                customers,
                UPSERT,
                row(2, "externalRef", "R-1", "name", "Ann & Co", "customerCode", "NEW"),
                row(3, "externalRef", "R-2", "name", "Bo's"),
                row(4, "externalRef", "R-2", "name", "Bo & Co"));

        assertThat(written)
                .extracting(WrittenRecord::outcome)
                .containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.UPDATED);
        CustomerView changed = shop.read(there.id());
        assertThat(changed.name()).isEqualTo("Ann & Co");
        assertThat(changed.industry()).isEqualTo("food");
        assertThat(changed.customerCode()).isEqualTo(there.customerCode());
        assertThat(read(written.get(0)).name()).isEqualTo("Bo & Co");
    }

    @Test
    @DisplayName("SET-21: rows are checked as the API checks its bodies, before anything is written")
    void findsFault() {
        shop.open("{\"name\":\"Ann's\",\"customerCode\":\"A-1\"}");

        List<RowError> faults = faults(
                customers,
                creating(DuplicateHandling.CREATE),
                row(2, "name", "Fine"),
                row(3, "name", "Bad", "email", "no address", "paymentTermsDays", 999),
                row(4, "name", "Taken", "customerCode", "A-1"));

        assertThat(faults)
                .extracting(fault -> fault.row() + " " + fault.field() + " " + fault.code())
                .containsExactlyInAnyOrder("3 email invalid", "3 paymentTermsDays invalid", "4 customerCode duplicate");
    }

    @Test
    @DisplayName("SET-21: rollback deletes created records and restores updated ones, and keeps what was changed since")
    void takesBack() {
        CustomerView there = shop.open("{\"name\":\"Ann's\",\"externalRef\":\"R-1\",\"creditLimit\":100}");
        List<WrittenRecord> written = write(
                customers,
                UPSERT,
                row(2, "externalRef", "R-1", "name", "New", "website", "w.example", "creditLimit", new BigDecimal("5")),
                row(3, "externalRef", "R-2", "name", "Bo's"),
                row(4, "externalRef", "R-3", "name", "Cy's"));
        WrittenRecord cy =
                written.stream().filter(r -> r.row() == 4).findFirst().orElseThrow();
        shop.patch(cy.id(), "{\"industry\":\"steel\"}");

        assertThat(shop.in(() -> customers.undo(written))).containsExactly(4);

        CustomerView restored = shop.read(there.id());
        assertThat(restored.name()).isEqualTo("Ann's");
        assertThat(restored.website()).isNull();
        assertThat(restored.creditLimit()).isEqualByComparingTo("100");
        assertThat(shop.in(() -> shop.directory.find(cy.id()))).isPresent();
        UUID bo = written.stream()
                .filter(r -> r.row() == 3)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(shop.in(() -> shop.directory.find(bo))).isEmpty();
    }

    @Test
    @DisplayName("CUS-14: an import row without a consent column never opts anybody in; one with it leaves a proof")
    void optsNobodyIn() {
        CustomerView ann = shop.open("{\"name\":\"Ann's\",\"customerCode\":\"A-1\"}");

        write(
                contacts,
                creating(DuplicateHandling.SKIP),
                row(2, "customerCode", "A-1", "firstName", "Bo", "lastName", "Beam", "email", "bo@x.example"),
                row(3, "customerCode", "A-1", "firstName", "Cy", "lastName", "Cole", "emailOptIn", true));

        assertThat(shop.read(ann.id()).contacts())
                .extracting(person -> person.firstName() + " " + person.emailOptIn() + " " + person.isPrimary())
                .containsExactly("Bo false true", "Cy true false");
        long proofs = shop.in(() -> tables.entities()
                .createQuery("select count(p) from Consent p where p.source = :source", Long.class)
                .setParameter("source", ConsentSource.IMPORT)
                .getSingleResult());
        assertThat(proofs).isEqualTo(1);
    }

    @Test
    @DisplayName("CUS-22: contacts and addresses find their customer, and what they mean at it")
    void writesPeopleAndPlaces() {
        CustomerView ann = shop.open("{\"name\":\"Ann's\",\"externalRef\":\"R-1\",\"contacts\":"
                + "[{\"firstName\":\"Bo\",\"lastName\":\"Beam\",\"email\":\"bo@x.example\"}]}");

        List<WrittenRecord> people = write(
                contacts,
                UPSERT,
                row(2, "customerExternalRef", "R-1", "email", "BO@x.example", "lastName", "Bream"),
                row(3, "customerExternalRef", "R-1", "firstName", "Di", "lastName", "Dunn"));
        List<WrittenRecord> places = write(
                addresses,
                UPSERT,
                row(2, "customerExternalRef", "R-1", "street1", "1 Wharf Road", "city", "Perth", "postcode", "6000"),
                row(
                        3,
                        "customerExternalRef",
                        "R-1",
                        "street1",
                        "1 WHARF road",
                        "city",
                        "Perth",
                        "postcode",
                        "6000",
                        "label",
                        "Shop"));

        assertThat(people).extracting(WrittenRecord::outcome).containsExactly(Outcome.CREATED, Outcome.UPDATED);
        assertThat(shop.read(ann.id()).contacts())
                .extracting(CustomerInput.Person::lastName)
                .containsExactly("Bream", "Dunn");
        assertThat(places).extracting(WrittenRecord::outcome).containsExactly(Outcome.CREATED, Outcome.UPDATED);
        assertThat(shop.read(ann.id()).addresses())
                .extracting(CustomerInput.Place::label)
                .containsExactly("Shop");

        assertThat(faults(contacts, UPSERT, row(2, "firstName", "X", "lastName", "Y")))
                .extracting(RowError::code)
                .containsExactly("not-found");
        assertThat(shop.in(() -> contacts.undo(people))).isEmpty();
        assertThat(shop.read(ann.id()).contacts())
                .extracting(CustomerInput.Person::lastName)
                .containsExactly("Beam");
    }

    @Test
    @DisplayName(
            "SET-21: a batch of 100 customers is checked and written in a dozen statements, however many there are")
    void takesFewStatements() {
        ImportOptions options = creating(DuplicateHandling.SKIP);
        for (int batch = 0; batch < 3; batch++) {
            int first = batch * 100;
            List<ImportRow> rows = IntStream.range(first, first + 100)
                    .mapToObj(i -> row(
                            i + 2,
                            "name",
                            "Customer " + i,
                            "email",
                            "c" + i + "@example.com",
                            "externalRef",
                            "E-" + i,
                            "phone",
                            "08 5550 1234"))
                    .toList();
            long before = Shop.PLATFORM.statements();
            List<WrittenRecord> written = shop.in(() -> {
                assertThat(customers.validate(rows, options)).isEmpty();
                return customers.write(rows, options);
            });

            assertThat(written).hasSize(100);
            assertThat(Shop.PLATFORM.statements() - before).isLessThanOrEqualTo(12);
        }
    }
}
