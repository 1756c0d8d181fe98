package io.renoz.customers.customer;

import static io.renoz.settings.api.ImportField.Type.DECIMAL;
import static io.renoz.settings.api.ImportField.Type.FLAG;

import io.renoz.customers.api.AddressType;
import io.renoz.data.Coded;
import io.renoz.data.InputChecks;
import io.renoz.data.Tables;
import io.renoz.settings.api.ImportColumns;
import io.renoz.settings.api.ImportColumns.Cellular;
import io.renoz.settings.api.ImportColumns.Column;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Addresses from files. A row means the address of its type and postcode with its street, if the customer has it. */
@Component(service = ImportTarget.class)
public final class AddressImport extends PartImport<Address, AddressResource.Input> {

    private static final ImportColumns<Address, AddressResource.Input> COLUMNS = new ImportColumns<>(List.of(
            new Column<>(
                    ImportField.choice(
                            "type", "Type", ImportColumns.codes(AddressType.class), "billing", "service", "billing"),
                    a -> a.type,
                    AddressResource.Input::type,
                    (a, v) -> a.type = Objects.requireNonNullElse(v, a.type),
                    code -> ImportColumns.constant(AddressType.class, code)),
            Column.text(
                    ImportField.text("label", "Label", 100, "", "Warehouse North", ""),
                    a -> a.label,
                    AddressResource.Input::label,
                    (a, v) -> a.label = v),
            new Column<>(
                    ImportField.of(FLAG, "isPrimary", "Primary", "yes", "no", "yes"),
                    a -> a.isPrimary,
                    AddressResource.Input::isPrimary,
                    (a, v) -> a.isPrimary = Boolean.TRUE.equals(v),
                    Boolean::valueOf),
            Column.text(
                    ImportField.text("attention", "Attention", 255, "", "Stores", ""),
                    a -> a.attention,
                    AddressResource.Input::attention,
                    (a, v) -> a.attention = v),
            Column.text(
                    ImportField.text("street1", "Street", 255, "1 Wharf Road", "9 Mill Lane", "3 High Street")
                            .needed(),
                    a -> a.street1,
                    AddressResource.Input::street1,
                    (a, v) -> a.street1 = Objects.requireNonNullElse(v, a.street1)),
            Column.text(
                    ImportField.text("street2", "Street, second line", 255, "", "", ""),
                    a -> a.street2,
                    AddressResource.Input::street2,
                    (a, v) -> a.street2 = v),
            Column.text(
                    ImportField.text("city", "City", 100, "Fremantle", "Perth", "Albany")
                            .needed(),
                    a -> a.city,
                    AddressResource.Input::city,
                    (a, v) -> a.city = Objects.requireNonNullElse(v, a.city)),
            Column.text(
                    ImportField.text("state", "State", 100, "WA", "WA", "WA"),
                    a -> a.state,
                    AddressResource.Input::state,
                    (a, v) -> a.state = v),
            Column.text(
                    ImportField.text("postcode", "Postcode", 20, "6160", "6000", "6330")
                            .needed(),
                    a -> a.postcode,
                    AddressResource.Input::postcode,
                    (a, v) -> a.postcode = Objects.requireNonNullElse(v, a.postcode)),
            Column.text(
                    ImportField.text("country", "Country", 2, "AU", "", "")
                            .hinting("two letters; the organization's when empty"),
                    a -> a.country,
                    AddressResource.Input::country,
                    (a, v) -> a.country = v),
            new Column<>(
                    ImportField.of(DECIMAL, "latitude", "Latitude", "", "", ""),
                    a -> a.latitude,
                    AddressResource.Input::latitude,
                    (a, v) -> a.latitude = v,
                    BigDecimal::new),
            new Column<>(
                    ImportField.of(DECIMAL, "longitude", "Longitude", "", "", ""),
                    a -> a.longitude,
                    AddressResource.Input::longitude,
                    (a, v) -> a.longitude = v,
                    BigDecimal::new),
            Column.text(
                    ImportField.text("accessNotes", "Access notes", 1000, "", "Gate code 4711", ""),
                    a -> a.accessNotes,
                    AddressResource.Input::accessNotes,
                    (a, v) -> a.accessNotes = v),
            Column.text(
                    ImportField.text("notes", "Notes", 500, "", "", ""),
                    a -> a.notes,
                    AddressResource.Input::notes,
                    (a, v) -> a.notes = v)));

    private static final ImportDescription DESCRIPTION = description(RecordTypes.ADDRESS, COLUMNS.fields(), "street1");

    private final AddressResource addresses;
    private final PartRules parts;

    @Activate
    public AddressImport(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference PartRules parts,
            @Reference InputChecks checks) {
        super(tables, Address.class, COLUMNS, parts, checks);
        addresses = new AddressResource(tables, parts);
        this.parts = parts;
    }

    @Override
    public ImportDescription describe() {
        return DESCRIPTION;
    }

    @Override
    AddressResource.Input input(UUID customer, Cellular cells) {
        return new AddressResource.Input(
                customer,
                Objects.requireNonNullElse(cells.choice("type", AddressType.class), AddressType.BILLING),
                cells.text("label"),
                cells.flag("isPrimary"),
                cells.text("attention"),
                Objects.requireNonNullElse(cells.text("street1"), ""),
                cells.text("street2"),
                Objects.requireNonNullElse(cells.text("city"), ""),
                cells.text("state"),
                Objects.requireNonNullElse(cells.text("postcode"), ""),
                cells.text("country"),
                cells.value("latitude", BigDecimal.class),
                cells.value("longitude", BigDecimal.class),
                cells.text("accessNotes"),
                cells.text("notes"),
                true);
    }

    @Override
    Optional<String> mark(ImportRow row) {
        String type = row.text("type");
        String street = row.text("street1");
        String postcode = row.text("postcode");
        return street == null || postcode == null
                ? Optional.empty()
                : Optional.of(mark(type == null ? Coded.of(AddressType.BILLING) : type, street, postcode));
    }

    @Override
    Optional<String> mark(Address part) {
        return Optional.of(mark(Coded.of(part.type), part.street1, part.postcode));
    }

    private static String mark(String type, String street, String postcode) {
        return (type + "|" + street.strip() + "|" + postcode.strip()).toLowerCase(Locale.ROOT);
    }

    @Override
    List<AddressResource.View> add(List<AddressResource.Input> inputs) {
        return addresses.add(inputs);
    }

    @Override
    void changed(Address part) {
        parts.complete(part, parts.country());
        parts.changed(Address.class, part.id(), part);
    }

    @Override
    boolean held(Address part) {
        return false;
    }
}
