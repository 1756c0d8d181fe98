package io.renoz.products.category;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.product.Product;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-12: gives what a category holds to another one. */
@Component(service = Reassignment.class)
public final class Reassignment {

    private final Tables tables;
    private final CategoryRows categories;

    @Activate
    public Reassignment(@Reference(target = "(domain=products)") Tables tables, @Reference CategoryRows categories) {
        this.tables = tables;
        this.categories = categories;
    }

    boolean holdsAnything(UUID id) {
        Long products = tables.entities()
                .createQuery(
                        "select count(p) from Product p where p.categoryId = :id and p.deletedAt is null", Long.class)
                .setParameter("id", id)
                .getSingleResult();
        return products > 0 || Branches.of(tables).hasChildren(id);
    }

    /**
     * Moves products and sub-categories.
     *
     * @throws Problem {@code invalid-parameter}, {@code invalid-hierarchy}; names are unique among siblings there too
     */
    void handOver(UUID from, UUID to) {
        Branches branches = Branches.of(tables);
        if (!branches.has(to) || branches.below(from).contains(to)) {
            throw Problem.parameter("reassignTo", "It is no category, or one of those that go.");
        }
        for (Category child : categories.childrenOf(from)) {
            branches.requireRoom(child.id(), to);
            child.parentId = to;
        }
        List<Product> products = tables.entities()
                .createQuery("select p from Product p where p.categoryId = :id and p.deletedAt is null", Product.class)
                .setParameter("id", from)
                .getResultList();
        products.forEach(product -> product.moveTo(to));
        tables.flush();
    }
}
