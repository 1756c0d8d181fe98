package io.renoz.suppliers.agreement;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.References;
import io.renoz.suppliers.Sequences;
import io.renoz.suppliers.api.SupplierSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes agreements with suppliers. */
@Component(service = Agreements.class)
public final class Agreements {

    private final Tables tables;
    private final Rows<PriceAgreement, AgreementInput, AgreementView> agreements;
    private final References references;
    private final NumberSequences sequences;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Agreements(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference References references,
            @Reference NumberSequences sequences,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.references = references;
        this.sequences = sequences;
        this.organizations = organizations;
        this.clock = clock;
        this.agreements = tables.of(PriceAgreement.class)
                .filter("supplierId", "status", "expiryDate", "createdAt")
                .search("agreementNumber", "title")
                .sort("title", "effectiveDate", "expiryDate", "createdAt")
                .byName(AgreementInput.class, AgreementView.class);
    }

    Rows<PriceAgreement, AgreementInput, AgreementView> rows() {
        return agreements;
    }

    List<AgreementView> draft(List<AgreementInput> inputs) {
        Map<UUID, SupplierSummary> suppliers = references.suppliers(
                inputs.stream().map(AgreementInput::supplierId).toList());
        Map<UUID, ProductSummary> products = references.products(products(inputs.stream()));
        LocalDate today = organizations.current().today(clock);
        Iterator<String> numbers =
                sequences.next(Sequences.AGREEMENT.key(), today, inputs.size()).iterator();
        return agreements.createAll(inputs, (agreement, input) -> {
            agreement.agreementNumber = numbers.next();
            SupplierSummary supplier = References.require(suppliers, agreement.supplierId, "supplierId");
            requireProducts(agreement, products);
            agreement.complete(supplier.currency(), today);
        });
    }

    /** The agreement, locked by SQL before it and its items are read. */
    PriceAgreement held(UUID id) {
        AgreementLocks.hold(tables, id);
        return tables.require(PriceAgreement.class, id);
    }

    AgreementView revise(UUID id, Patch<AgreementInput> patch) {
        held(id);
        return agreements.update(id, patch, (agreement, input) -> {
            agreement.rework();
            requireProducts(agreement, references.products(products(Stream.of(input))));
            agreement.complete(agreement.currency(), organizations.current().today(clock));
        });
    }

    private static List<UUID> products(Stream<AgreementInput> inputs) {
        return inputs.flatMap(input -> input.items().stream().map(AgreementInput.Item::productId))
                .toList();
    }

    private static void requireProducts(PriceAgreement agreement, Map<UUID, ProductSummary> products) {
        for (int i = 0; i < agreement.items.size(); i++) {
            if (!products.containsKey(agreement.items.get(i).productId)) {
                throw Problem.invalid("items/" + i + "/productId", "There is no such record.");
            }
        }
    }
}
