package io.renoz.customers.customer;

import io.renoz.data.Call;
import io.renoz.data.Row;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens accounts, whoever asks for it, amends them, and closes what goes with them. */
@Component(service = Openings.class)
public final class Openings {

    private final Tables tables;
    private final Rows<Customer, CustomerInput, CustomerView> customers;
    private final CustomerCodes codes;
    private final PartRules parts;

    @Activate
    public Openings(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference CustomerRows customers,
            @Reference CustomerCodes codes,
            @Reference PartRules parts) {
        this.tables = tables;
        this.customers = customers.rows();
        this.codes = codes;
        this.parts = parts;
    }

    /** CUS-01, CUS-02: all of them with their contacts and addresses, or none. */
    List<CustomerView> open(List<CustomerInput> inputs) {
        List<String> brought = inputs.stream()
                .map(CustomerInput::customerCode)
                .filter(Objects::nonNull)
                .toList();
        codes.requireFree(brought);
        var hierarchy = new Hierarchy(tables);
        inputs.stream()
                .map(CustomerInput::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(hierarchy::requireRoom);
        var proofs = new ArrayList<Consent>();
        Supplier<String> country = parts.country();
        Iterator<String> numbers =
                codes.next(inputs.size() - brought.size(), brought).iterator();
        List<CustomerView> opened = customers.createAll(inputs, (customer, input) -> {
            customer.customerCode = customer.customerCode == null ? numbers.next() : customer.customerCode;
            proofs.addAll(complete(customer, country));
        });
        parts.keep(proofs);
        openMetrics(opened);
        return opened;
    }

    /** Each account has a row of figures from the first day. */
    private void openMetrics(List<CustomerView> opened) {
        tables.entities()
                .createNativeQuery("insert into customers.customer_metrics (organization_id, customer_id)"
                        + " select ?1, unnest(cast(?2 as uuid[]))")
                .setParameter(1, Call.tenant())
                .setParameter(2, Accounts.array(opened.stream().map(CustomerView::id)))
                .executeUpdate();
    }

    /** The customer goes, and with it its figures; the days of its health stay. */
    void close(UUID customer) {
        tables.entities()
                .createNativeQuery(
                        "delete from customers.customer_metrics where organization_id = ?1 and customer_id = ?2")
                .setParameter(1, Call.tenant())
                .setParameter(2, customer)
                .executeUpdate();
    }

    private List<Consent> complete(Customer customer, Supplier<String> country) {
        customer.guardCredit(Call.current());
        return completeParts(customer, country, Primacy.amongNew());
    }

    private static boolean stored(Row part) {
        return part.organization() != null;
    }

    /** What both new and changed accounts need; gives the proofs of their contacts' choices. */
    private List<Consent> completeParts(Customer customer, Supplier<String> country, Primacy primacy) {
        customer.phone = PhoneNumbers.normal(customer.phone, country);
        customer.addresses.forEach(address -> parts.complete(address, country));
        customer.contacts.forEach(primacy::settle);
        customer.addresses.forEach(primacy::settle);
        return customer.contacts.stream()
                .flatMap(contact -> parts.complete(contact, country).stream())
                .toList();
    }

    /** What a change of an account's own fields has to keep to; its parts are as they were. */
    void revise(Customer customer, Supplier<String> country) {
        customer.guardCredit(Call.current());
        customer.phone = PhoneNumbers.normal(customer.phone, country);
    }

    Supplier<String> country() {
        return parts.country();
    }

    /** What a change of an account, its lists of parts included, has to keep to. */
    List<Consent> amend(Customer customer) {
        customer.keepCode();
        customer.guardCredit(Call.current());
        if (customer.moved() && customer.parentId != null) {
            new Hierarchy(tables).requireRoom(customer.id(), customer.parentId);
        }
        var staying = new ArrayList<Ranked>();
        customer.contacts.stream().filter(Openings::stored).forEach(staying::add);
        customer.addresses.stream().filter(Openings::stored).forEach(staying::add);
        return completeParts(customer, parts.country(), Primacy.replacing(staying, tables::flush));
    }
}
