package io.renoz.customers.customer;

import static io.renoz.settings.api.ImportField.Type.DATE;
import static io.renoz.settings.api.ImportField.Type.FLAG;

import io.renoz.customers.api.ConsentSource;
import io.renoz.data.InputChecks;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.settings.api.ImportColumns;
import io.renoz.settings.api.ImportColumns.Cellular;
import io.renoz.settings.api.ImportColumns.Column;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People from files. CUS-14: a row without a column for consent never opts anybody in. */
@Component(service = ImportTarget.class)
public final class ContactImport extends PartImport<Contact, ContactResource.Input> {

    private static final String EMAIL = "email";

    private static final ImportColumns<Contact, ContactResource.Input> COLUMNS = new ImportColumns<>(List.of(
            Column.text(
                    ImportField.text("salutation", "Salutation", 20, "Ms", "", ""),
                    c -> c.salutation,
                    ContactResource.Input::salutation,
                    (c, v) -> c.salutation = v),
            Column.text(
                    ImportField.text("firstName", "First name", 100, "Bo", "Cy", "Di")
                            .needed(),
                    c -> c.firstName,
                    ContactResource.Input::firstName,
                    (c, v) -> c.firstName = Objects.requireNonNullElse(v, c.firstName)),
            Column.text(
                    ImportField.text("lastName", "Last name", 100, "Beam", "Cole", "Dunn")
                            .needed(),
                    c -> c.lastName,
                    ContactResource.Input::lastName,
                    (c, v) -> c.lastName = Objects.requireNonNullElse(v, c.lastName)),
            Column.text(
                    ImportField.text("title", "Job title", 100, "Owner", "", ""),
                    c -> c.title,
                    ContactResource.Input::title,
                    (c, v) -> c.title = v),
            Column.text(
                    ImportField.text("department", "Department", 100, "", "Accounts", ""),
                    c -> c.department,
                    ContactResource.Input::department,
                    (c, v) -> c.department = v),
            Column.text(
                    ImportField.text(EMAIL, "E-mail", 320, "bo@harbour.example", "cy@harbour.example", ""),
                    c -> c.email,
                    ContactResource.Input::email,
                    (c, v) -> c.email = v),
            Column.text(
                    ImportField.text("phone", "Phone", 30, "+61 8 5550 1234", "", ""),
                    c -> c.phone,
                    ContactResource.Input::phone,
                    (c, v) -> c.phone = v),
            Column.text(
                    ImportField.text("mobile", "Mobile", 30, "", "0491 570 006", ""),
                    c -> c.mobile,
                    ContactResource.Input::mobile,
                    (c, v) -> c.mobile = v),
            flag("isPrimary", "Primary", c -> c.isPrimary, ContactResource.Input::isPrimary, (c, v) -> c.isPrimary = v),
            flag("isBilling", "Billing", c -> c.isBilling, ContactResource.Input::isBilling, (c, v) -> c.isBilling = v),
            flag(
                    "emailOptIn",
                    "E-mail consent",
                    c -> c.emailOptIn,
                    ContactResource.Input::emailOptIn,
                    (c, v) -> c.emailOptIn = v),
            flag("smsOptIn", "SMS consent", c -> c.smsOptIn, ContactResource.Input::smsOptIn, (c, v) -> c.smsOptIn = v),
            flag(
                    "phoneOptIn",
                    "Phone consent",
                    c -> c.phoneOptIn,
                    ContactResource.Input::phoneOptIn,
                    (c, v) -> c.phoneOptIn = v),
            Column.text(
                    ImportField.text("preferredLanguage", "Language", 10, "en-AU", "", ""),
                    c -> c.preferredLanguage,
                    ContactResource.Input::preferredLanguage,
                    (c, v) -> c.preferredLanguage = v),
            new Column<>(
                    ImportField.of(DATE, "birthday", "Birthday", "", "", ""),
                    c -> c.birthday,
                    ContactResource.Input::birthday,
                    (c, v) -> c.birthday = v,
                    LocalDate::parse),
            Column.text(
                    ImportField.text("notes", "Notes", 2000, "", "", ""),
                    c -> c.notes,
                    ContactResource.Input::notes,
                    (c, v) -> c.notes = v)));

    private static final ImportDescription DESCRIPTION = description(RecordTypes.CONTACT, COLUMNS.fields(), EMAIL);

    private final Tables tables;
    private final ContactResource contacts;
    private final PartRules parts;

    @Activate
    public ContactImport(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference PartRules parts,
            @Reference InputChecks checks,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        super(tables, Contact.class, COLUMNS, parts, checks);
        this.tables = tables;
        contacts = new ContactResource(tables, parts, events, clock);
        this.parts = parts;
    }

    private static Column<Contact, ContactResource.Input, Boolean> flag(
            String name,
            String label,
            Function<Contact, @Nullable Boolean> of,
            Function<ContactResource.Input, @Nullable Boolean> from,
            BiConsumer<Contact, Boolean> set) {
        return new Column<>(
                ImportField.of(FLAG, name, label, "yes", "no", "no"),
                of,
                from,
                (contact, value) -> set.accept(contact, Boolean.TRUE.equals(value)),
                Boolean::valueOf);
    }

    @Override
    public ImportDescription describe() {
        return DESCRIPTION;
    }

    @Override
    ContactResource.Input input(UUID customer, Cellular cells) {
        return new ContactResource.Input(
                customer,
                cells.text("salutation"),
                Objects.requireNonNullElse(cells.text("firstName"), ""),
                Objects.requireNonNullElse(cells.text("lastName"), ""),
                cells.text("title"),
                cells.text("department"),
                cells.text(EMAIL),
                cells.text("phone"),
                cells.text("mobile"),
                cells.flag("isPrimary"),
                cells.flag("isBilling"),
                false,
                false,
                true,
                cells.flag("emailOptIn"),
                cells.flag("smsOptIn"),
                !Boolean.FALSE.equals(cells.values().get("phoneOptIn")),
                cells.text("preferredLanguage"),
                cells.value("birthday", LocalDate.class),
                cells.text("notes"));
    }

    @Override
    Optional<String> mark(ImportRow row) {
        return Optional.ofNullable(row.text(EMAIL)).map(email -> email.toLowerCase(Locale.ROOT));
    }

    @Override
    Optional<String> mark(Contact part) {
        return Optional.ofNullable(part.email);
    }

    @Override
    List<ContactResource.View> add(List<ContactResource.Input> inputs) {
        return contacts.add(inputs, ConsentSource.IMPORT);
    }

    @Override
    void changed(Contact part) {
        parts.keep(parts.complete(part, parts.country(), ConsentSource.IMPORT));
        parts.changed(Contact.class, part.id(), part);
    }

    /** CUS-13: the proof of a choice stays, and so does whose choice it was. */
    @Override
    boolean held(Contact part) {
        return tables.entities()
                        .createQuery("select count(p) from Consent p where p.contactId = :id", Long.class)
                        .setParameter("id", part.id())
                        .getSingleResult()
                > 0;
    }
}
