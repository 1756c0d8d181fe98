package io.renoz.products.tax;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.api.TaxRate;
import io.renoz.products.api.TaxRates;
import io.renoz.products.api.TaxType;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tax codes as other modules meet them, and those an organization begins with. */
@Component(service = {TaxRates.class, TaxCodes.class})
public final class TaxCodes implements TaxRates {

    static final String LOCK = "tax-codes";

    private final Tables tables;
    private final OrganizationDirectory organizations;

    @Activate
    public TaxCodes(
            @Reference(target = "(domain=products)") Tables tables, @Reference OrganizationDirectory organizations) {
        this.tables = tables;
        this.organizations = organizations;
    }

    static Optional<TaxCode> defaultOf(Tables tables) {
        return tables.findBy(TaxCode.class, "isDefault", true);
    }

    static long count(Tables tables) {
        return tables.entities()
                .createQuery("select count(t) from TaxCode t", Long.class)
                .getSingleResult();
    }

    /** The default of the organization, for products whose category has none. */
    public Optional<UUID> fallback() {
        return defaultOf(tables).map(TaxCode::id);
    }

    /** Gives an organization that has no tax codes the three that everybody needs. */
    public void seed() {
        if (count(tables) == 0) {
            BigDecimal rate = organizations.current().defaultTaxRate();
            tables.add(new TaxCode("GST", "Goods and services tax", TaxType.GST, rate, true));
            tables.add(new TaxCode("FRE", "Free of tax", TaxType.GST_FREE, BigDecimal.ZERO, false));
            tables.add(new TaxCode("EXP", "Export", TaxType.EXPORT, BigDecimal.ZERO, false));
            tables.flush();
        }
    }

    @Override
    public TaxRate rateOn(UUID taxCodeId, LocalDate day) {
        return tables.require(TaxCode.class, taxCodeId).on(day);
    }

    @Override
    public Map<UUID, TaxRate> ratesOn(Collection<UUID> taxCodeIds, LocalDate day) {
        return taxCodeIds.isEmpty()
                ? Map.of()
                : tables
                        .entities()
                        .createQuery("select t from TaxCode t where t.id in :ids", TaxCode.class)
                        .setParameter("ids", taxCodeIds.stream().distinct().toList())
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(TaxCode::id, code -> code.on(day)));
    }

    @Override
    public TaxRate defaultOn(LocalDate day) {
        return defaultOf(tables)
                .map(code -> code.on(day))
                .orElseThrow(() -> Problem.of("not-found", "No tax code is the default."));
    }

    @Override
    public TaxRate forType(TaxType type, LocalDate day) {
        List<TaxCode> codes = tables.entities()
                .createQuery("select t from TaxCode t where t.taxType = :type and t.isActive = true", TaxCode.class)
                .setParameter("type", type)
                .getResultList();
        return codes.stream()
                .min(Comparator.comparing((TaxCode code) -> !code.isDefault).thenComparing(code -> code.code))
                .map(code -> code.on(day))
                .orElseThrow(() -> Problem.of("not-found", "No tax code is of this class."));
    }
}
