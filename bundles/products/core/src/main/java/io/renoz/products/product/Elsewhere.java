package io.renoz.products.product;

import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.suppliers.api.SupplierDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-22: records of optional partners that products name: checked when they are named anew, kept while the partner is off. */
@Component(service = Elsewhere.class)
public final class Elsewhere {

    private final Partners partners;

    @Activate
    public Elsewhere(@Reference Partners partners) {
        this.partners = partners;
    }

    /**
     * Refuses new names of what is not there.
     *
     * @throws Problem {@code module-disabled} with the member {@code module}; {@code validation-failed}
     */
    void check(Collection<Product> products) {
        for (Product product : products) {
            Product.Stored before = product.stored();
            UUID known = before == null ? null : before.warrantyPolicyId();
            if (product.warrantyPolicyId != null && !product.warrantyPolicyId.equals(known)) {
                throw disabled("warranty", "warrantyPolicyId");
            }
        }
        Set<UUID> suppliers = products.stream()
                .filter(Elsewhere::namesSupplierAnew)
                .map(product -> product.preferredSupplierId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!suppliers.isEmpty()) {
            SupplierDirectory directory = partners.find(SupplierDirectory.class)
                    .orElseThrow(() -> disabled("suppliers", "preferredSupplierId"));
            if (!directory.findAll(suppliers).keySet().containsAll(suppliers)) {
                throw Problem.invalid("preferredSupplierId", "There is no such supplier.");
            }
        }
    }

    private static boolean namesSupplierAnew(Product product) {
        Product.Stored before = product.stored();
        return before == null || !Objects.equals(before.preferredSupplierId(), product.preferredSupplierId);
    }

    private static Problem disabled(String module, String field) {
        return Problem.of("module-disabled", "The module " + module + " is off; no other record of it can be named.")
                .with(List.of(new Problem.FieldError("/" + field, "The module " + module + " is off.")))
                .with("module", module);
    }
}
