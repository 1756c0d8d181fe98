package io.renoz.suppliers.supplier;

import static io.renoz.settings.api.ImportField.Type.DECIMAL;
import static io.renoz.settings.api.ImportField.Type.FLAG;
import static io.renoz.settings.api.ImportField.Type.INTEGER;

import io.renoz.settings.api.ImportColumns;
import io.renoz.settings.api.ImportColumns.Cellular;
import io.renoz.settings.api.ImportColumns.Column;
import io.renoz.settings.api.ImportField;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.api.PaymentTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of suppliers that files can bring. */
final class SupplierColumns {

    static final String CODE = "supplierCode";
    static final String EMAIL = "email";

    static final ImportColumns<Supplier, SupplierInput> ALL = new ImportColumns<>(List.of(
            Column.text(
                    ImportField.text(CODE, "Supplier code", 30, "", "SUP-90001", "")
                            .hinting("the next number when empty"),
                    s -> s.supplierCode,
                    SupplierInput::supplierCode,
                    (s, v) -> s.supplierCode = Objects.requireNonNullElse(v, s.supplierCode)),
            Column.text(
                    ImportField.text("name", "Name", 255, "Harbour Steel", "Bolt Brothers", "Zinc & Co")
                            .needed(),
                    s -> s.name,
                    SupplierInput::name,
                    (s, v) -> s.name = Objects.requireNonNullElse(v, s.name)),
            text(
                    "legalName",
                    "Legal name",
                    255,
                    "Harbour Steel Pty Ltd",
                    s -> s.legalName,
                    SupplierInput::legalName,
                    (s, v) -> s.legalName = v),
            new Column<>(
                    ImportField.choice(
                            "supplierType", "Type", ImportColumns.codes(SupplierType.class), "distributor", "", ""),
                    s -> s.supplierType,
                    SupplierInput::supplierType,
                    (s, v) -> s.supplierType = v,
                    code -> ImportColumns.constant(SupplierType.class, code)),
            text(
                    EMAIL,
                    "E-mail",
                    254,
                    "orders@harbour.example",
                    s -> s.email,
                    SupplierInput::email,
                    (s, v) -> s.email = v),
            text("phone", "Phone", 50, "+61 8 5550 1234", s -> s.phone, SupplierInput::phone, (s, v) -> s.phone = v),
            text(
                    "website",
                    "Website",
                    300,
                    "https://harbour.example",
                    s -> s.website,
                    SupplierInput::website,
                    (s, v) -> s.website = v),
            text(
                    "taxId",
                    "Tax number",
                    50,
                    "51 824 753 556",
                    s -> s.taxId,
                    SupplierInput::taxId,
                    (s, v) -> s.taxId = v),
            text(
                    "registrationNumber",
                    "Registration number",
                    50,
                    "",
                    s -> s.registrationNumber,
                    SupplierInput::registrationNumber,
                    (s, v) -> s.registrationNumber = v),
            new Column<>(
                    ImportField.choice(
                            "paymentTerms",
                            "Payment terms",
                            ImportColumns.codes(PaymentTerms.class),
                            "net_30",
                            "end_of_month",
                            "cod"),
                    s -> s.paymentTerms,
                    SupplierInput::paymentTerms,
                    (s, v) -> s.paymentTerms = Objects.requireNonNullElse(v, s.paymentTerms),
                    code -> ImportColumns.constant(PaymentTerms.class, code)),
            Column.text(
                    ImportField.text("currency", "Currency", 3, "AUD", "EUR", "")
                            .hinting("yours when empty"),
                    s -> s.currency,
                    SupplierInput::currency,
                    (s, v) -> s.currency = v == null ? s.currency : v),
            number(
                    "defaultTaxRate",
                    "Tax rate",
                    "10",
                    s -> s.defaultTaxRate,
                    SupplierInput::defaultTaxRate,
                    (s, v) -> s.defaultTaxRate = v),
            number(
                    "creditLimit",
                    "Credit limit",
                    "5000.00",
                    s -> s.creditLimit,
                    SupplierInput::creditLimit,
                    (s, v) -> s.creditLimit = v),
            new Column<>(
                    ImportField.of(INTEGER, "leadTimeDays", "Lead time in days", "5", "14", ""),
                    s -> s.leadTimeDays,
                    SupplierInput::leadTimeDays,
                    (s, v) -> s.leadTimeDays = v,
                    Integer::valueOf),
            number(
                    "minimumOrderValue",
                    "Minimum order value",
                    "100.00",
                    s -> s.minimumOrderValue,
                    SupplierInput::minimumOrderValue,
                    (s, v) -> s.minimumOrderValue = v),
            number(
                    "maximumOrderValue",
                    "Maximum order value",
                    "",
                    s -> s.maximumOrderValue,
                    SupplierInput::maximumOrderValue,
                    (s, v) -> s.maximumOrderValue = v),
            number(
                    "freightFreeOver",
                    "Free freight over",
                    "500.00",
                    s -> s.freightFreeOver,
                    SupplierInput::freightFreeOver,
                    (s, v) -> s.freightFreeOver = v),
            text(
                    "ourAccountNumber",
                    "Our account number",
                    50,
                    "K-1234",
                    s -> s.ourAccountNumber,
                    SupplierInput::ourAccountNumber,
                    (s, v) -> s.ourAccountNumber = v),
            text(
                    "orderInstructions",
                    "Order instructions",
                    2000,
                    "",
                    s -> s.orderInstructions,
                    SupplierInput::orderInstructions,
                    (s, v) -> s.orderInstructions = v),
            new Column<>(
                    ImportField.of(FLAG, "isPreferred", "Preferred", "yes", "no", ""),
                    s -> s.isPreferred,
                    SupplierInput::isPreferred,
                    (s, v) -> s.isPreferred = Boolean.TRUE.equals(v),
                    Boolean::valueOf),
            new Column<>(
                    ImportField.choice(
                            "inspectionRequirement",
                            "Inspection",
                            ImportColumns.codes(InspectionRequirement.class),
                            "none",
                            "sample",
                            ""),
                    s -> s.inspectionRequirement,
                    SupplierInput::inspectionRequirement,
                    (s, v) -> s.inspectionRequirement = v == null ? s.inspectionRequirement : v,
                    code -> ImportColumns.constant(InspectionRequirement.class, code)),
            text("notes", "Notes", 5000, "", s -> s.notes, SupplierInput::notes, (s, v) -> s.notes = v)));

    private SupplierColumns() {}

    private static Column<Supplier, SupplierInput, String> text(
            String name,
            String label,
            int most,
            String sample,
            Function<Supplier, @Nullable String> of,
            Function<SupplierInput, @Nullable String> from,
            BiConsumer<Supplier, @Nullable String> set) {
        return Column.text(ImportField.text(name, label, most, sample, "", ""), of, from, set);
    }

    private static Column<Supplier, SupplierInput, BigDecimal> number(
            String name,
            String label,
            String sample,
            Function<Supplier, @Nullable BigDecimal> of,
            Function<SupplierInput, @Nullable BigDecimal> from,
            BiConsumer<Supplier, @Nullable BigDecimal> set) {
        return new Column<>(ImportField.of(DECIMAL, name, label, sample, "", ""), of, from, set, BigDecimal::new);
    }

    /** What a caller would send. */
    static SupplierInput input(Cellular cells) {
        return new SupplierInput(
                cells.text(CODE),
                Objects.requireNonNullElse(cells.text("name"), ""),
                cells.text("legalName"),
                cells.choice("supplierType", SupplierType.class),
                cells.text(EMAIL),
                cells.text("phone"),
                cells.text("website"),
                cells.text("taxId"),
                cells.text("registrationNumber"),
                Objects.requireNonNullElse(cells.choice("paymentTerms", PaymentTerms.class), PaymentTerms.NET_30),
                cells.text("currency"),
                cells.value("defaultTaxRate", BigDecimal.class),
                cells.value("creditLimit", BigDecimal.class),
                cells.value("leadTimeDays", Integer.class),
                cells.value("minimumOrderValue", BigDecimal.class),
                cells.value("maximumOrderValue", BigDecimal.class),
                cells.value("freightFreeOver", BigDecimal.class),
                cells.text("ourAccountNumber"),
                cells.text("orderInstructions"),
                cells.flag("isPreferred"),
                cells.choice("inspectionRequirement", InspectionRequirement.class),
                List.of(),
                cells.text("notes"),
                List.of(),
                List.of());
    }
}
