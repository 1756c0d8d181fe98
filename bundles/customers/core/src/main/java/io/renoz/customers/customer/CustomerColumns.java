package io.renoz.customers.customer;

import static io.renoz.settings.api.ImportField.Type.DECIMAL;
import static io.renoz.settings.api.ImportField.Type.FLAG;
import static io.renoz.settings.api.ImportField.Type.INTEGER;

import io.renoz.customers.api.CustomerType;
import io.renoz.settings.api.ImportColumns;
import io.renoz.settings.api.ImportColumns.Cellular;
import io.renoz.settings.api.ImportColumns.Column;
import io.renoz.settings.api.ImportField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** The fields of accounts that files can bring. */
final class CustomerColumns {

    static final String CODE = "customerCode";
    static final String EXTERNAL_REF = "externalRef";
    static final String EMAIL = "email";

    static final ImportColumns<Customer, CustomerInput> ALL = new ImportColumns<>(List.of(
            Column.text(
                    ImportField.text(CODE, "Customer code", 30, "", "CUST-90001", "")
                            .hinting("the next number when empty"),
                    c -> c.customerCode,
                    CustomerInput::customerCode,
                    (c, v) -> c.customerCode = Objects.requireNonNullElse(v, c.customerCode)),
            Column.text(
                    ImportField.text("name", "Name", 255, "Harbour Bakery", "Corner Café", "Jo Park")
                            .needed(),
                    c -> c.name,
                    CustomerInput::name,
                    (c, v) -> c.name = Objects.requireNonNullElse(v, c.name)),
            Column.text(
                    ImportField.text("legalName", "Legal name", 255, "Harbour Bakery Pty Ltd", "", ""),
                    c -> c.legalName,
                    CustomerInput::legalName,
                    (c, v) -> c.legalName = v),
            Column.text(
                    ImportField.text(
                            EMAIL, "E-mail", 320, "hello@harbour.example", "hi@corner.example", "jo@park.example"),
                    c -> c.email,
                    CustomerInput::email,
                    (c, v) -> c.email = v),
            Column.text(
                    ImportField.text("phone", "Phone", 30, "+61 8 5550 1234", "", ""),
                    c -> c.phone,
                    CustomerInput::phone,
                    (c, v) -> c.phone = v),
            Column.text(
                    ImportField.text("website", "Website", 500, "https://harbour.example", "", ""),
                    c -> c.website,
                    CustomerInput::website,
                    (c, v) -> c.website = v),
            new Column<>(
                    ImportField.choice(
                            "type",
                            "Type",
                            ImportColumns.codes(CustomerType.class),
                            "business",
                            "business",
                            "individual"),
                    c -> c.type,
                    CustomerInput::type,
                    (c, v) -> c.type = Objects.requireNonNullElse(v, c.type),
                    code -> ImportColumns.constant(CustomerType.class, code)),
            new Column<>(
                    ImportField.choice("size", "Size", ImportColumns.codes(CustomerSize.class), "small", "micro", ""),
                    c -> c.size,
                    CustomerInput::size,
                    (c, v) -> c.size = v,
                    code -> ImportColumns.constant(CustomerSize.class, code)),
            Column.text(
                    ImportField.text("industry", "Industry", 100, "food", "", ""),
                    c -> c.industry,
                    CustomerInput::industry,
                    (c, v) -> c.industry = v),
            Column.text(
                    ImportField.text("taxId", "Tax id", 30, "51 824 753 556", "", ""),
                    c -> c.taxId,
                    CustomerInput::taxId,
                    (c, v) -> c.taxId = v),
            Column.text(
                    ImportField.text("registrationNumber", "Registration number", 50, "", "", ""),
                    c -> c.registrationNumber,
                    CustomerInput::registrationNumber,
                    (c, v) -> c.registrationNumber = v),
            new Column<>(
                    ImportField.of(FLAG, "taxExempt", "Tax exempt", "no", "no", "no"),
                    c -> c.taxExempt,
                    CustomerInput::taxExempt,
                    (c, v) -> c.taxExempt = Boolean.TRUE.equals(v),
                    Boolean::valueOf),
            Column.text(
                    ImportField.text("leadSource", "Lead source", 100, "trade show", "", ""),
                    c -> c.leadSource,
                    CustomerInput::leadSource,
                    (c, v) -> c.leadSource = v),
            Column.text(
                    ImportField.text("preferredLanguage", "Language", 10, "en-AU", "", ""),
                    c -> c.preferredLanguage,
                    CustomerInput::preferredLanguage,
                    (c, v) -> c.preferredLanguage = v),
            new Column<>(
                    ImportField.of(INTEGER, "paymentTermsDays", "Payment terms", "30", "", "")
                            .hinting("days"),
                    c -> c.paymentTermsDays,
                    CustomerInput::paymentTermsDays,
                    (c, v) -> c.paymentTermsDays = v,
                    Integer::valueOf),
            new Column<>(
                    ImportField.of(DECIMAL, "creditLimit", "Credit limit", "5000.00", "", ""),
                    c -> c.creditLimit,
                    CustomerInput::creditLimit,
                    (c, v) -> c.creditLimit = v,
                    BigDecimal::new),
            Column.text(
                    ImportField.text("notes", "Notes", 5000, "", "", ""),
                    c -> c.notes,
                    CustomerInput::notes,
                    (c, v) -> c.notes = v),
            Column.text(
                    ImportField.text(EXTERNAL_REF, "External reference", 255, "OLD-17", "OLD-18", "OLD-19")
                            .hinting("key in another system"),
                    c -> c.externalRef,
                    CustomerInput::externalRef,
                    (c, v) -> c.externalRef = v)));

    private CustomerColumns() {}

    /** What a caller would send. */
    static CustomerInput input(Cellular cells) {
        return new CustomerInput(
                cells.text(CODE),
                Objects.requireNonNullElse(cells.text("name"), ""),
                cells.text("legalName"),
                cells.text(EMAIL),
                cells.text("phone"),
                cells.text("website"),
                Objects.requireNonNullElse(cells.choice("type", CustomerType.class), CustomerType.BUSINESS),
                cells.choice("size", CustomerSize.class),
                cells.text("industry"),
                cells.text("taxId"),
                cells.text("registrationNumber"),
                cells.flag("taxExempt"),
                null,
                null,
                cells.text("leadSource"),
                cells.text("preferredLanguage"),
                cells.value("paymentTermsDays", Integer.class),
                cells.value("creditLimit", BigDecimal.class),
                false,
                cells.text("notes"),
                cells.text(EXTERNAL_REF),
                null,
                List.of(),
                List.of());
    }
}
