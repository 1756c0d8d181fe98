package io.renoz.suppliers.supplier;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.Sequences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The human numbers of suppliers. */
@Component(service = SupplierCodes.class)
public final class SupplierCodes {

    private static final int MOST_AT_ONCE = 1000;

    private final Tables tables;
    private final NumberSequences sequences;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public SupplierCodes(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference NumberSequences sequences,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.sequences = sequences;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * As many numbers as are wanted, in few statements. Those that callers gave away before their turn are passed over.
     *
     * @param brought codes that come along in the same request
     */
    List<String> next(int count, Collection<String> brought) {
        if (count == 0) {
            return List.of();
        }
        LocalDate today = organizations.current().today(clock);
        var free = new ArrayList<String>();
        for (int batch = count; free.size() < count; batch = Math.min(2 * batch, MOST_AT_ONCE)) {
            List<String> numbers = sequences.next(Sequences.SUPPLIER.key(), today, batch);
            var used = new HashSet<>(used(numbers));
            used.addAll(brought);
            numbers.stream().filter(number -> !used.contains(number)).forEach(free::add);
        }
        return free.subList(0, count);
    }

    /**
     * Refuses codes that callers brought along when another supplier has one, or two of them are the same.
     *
     * @throws Problem {@code duplicate-code}
     */
    void requireFree(Collection<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        for (String code : codes) {
            if (!seen.add(code)) {
                throw taken(code);
            }
        }
        List<String> used = used(seen);
        if (!used.isEmpty()) {
            throw taken(used.get(0));
        }
    }

    private List<String> used(Collection<String> codes) {
        return tables.entities()
                .createQuery(
                        "select s.supplierCode from Supplier s where s.supplierCode in :codes and s.deletedAt is null",
                        String.class)
                .setParameter("codes", codes)
                .getResultList();
    }

    private static Problem taken(String code) {
        return Problem.of("duplicate-code", "Another supplier has the code " + code + ".")
                .with(List.of(new FieldError("/supplierCode", "This code is taken.")));
    }
}
