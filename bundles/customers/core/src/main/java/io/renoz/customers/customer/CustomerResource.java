package io.renoz.customers.customer;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers}. Contacts and addresses are written and versioned with their customer. */
@Component
@Path("customers")
public final class CustomerResource implements Crud<CustomerInput, CustomerView> {

    private final Tables tables;
    private final CustomerRows customers;
    private final Openings openings;
    private final PartRules parts;
    private final Departures departures;

    @Activate
    public CustomerResource(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference CustomerRows customers,
            @Reference Openings openings,
            @Reference PartRules parts,
            @Reference Departures departures) {
        this.tables = tables;
        this.customers = customers;
        this.openings = openings;
        this.parts = parts;
        this.departures = departures;
    }

    @Override
    public Rows<Customer, CustomerInput, CustomerView> records() {
        return customers.rows();
    }

    @Override
    public CustomerView get(UUID id) {
        return customers.get(id);
    }

    @Override
    @Answers({"duplicate-code", "invalid-hierarchy"})
    public List<CustomerView> add(List<CustomerInput> inputs) {
        return openings.open(inputs);
    }

    @Override
    @Answers({"already-erased", "invalid-hierarchy"})
    public CustomerView update(UUID id, Patch<CustomerInput> patch) {
        var proofs = new ArrayList<Consent>();
        CustomerView view = records().update(id, patch, (customer, input) -> proofs.addAll(openings.amend(customer)));
        parts.keep(proofs);
        return view;
    }

    /** CUS-07: a customer that others name is not deleted. */
    @Override
    @Answers("customer-in-use")
    public void delete(UUID id) {
        Accounts.lock(tables, List.of(id));
        SortedMap<String, Integer> counts = departures.holders(id);
        if (!counts.isEmpty()) {
            throw Problem.of(
                            "customer-in-use",
                            "Records in " + String.join(", ", counts.keySet()) + " name this customer.")
                    .with("references", counts);
        }
        openings.close(id);
        records().delete(id);
    }
}
