package io.renoz.products.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What tax codes say on a day: an announced rate holds from its day on. Thread-safe. */
@ProviderType
public interface TaxRates {

    /**
     * The code on that day, active or not, since documents keep naming it.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    TaxRate rateOn(UUID taxCodeId, LocalDate day);

    /** The same for many in one query, by the ids asked for; unknown ids are left out. */
    Map<UUID, TaxRate> ratesOn(Collection<UUID> taxCodeIds, LocalDate day);

    /**
     * The organization's default code on that day.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when it has none
     */
    TaxRate defaultOn(LocalDate day);

    /**
     * The active code of a class on that day: the default if it is of the class, else the first by its code.
     *
     * @throws io.renoz.problem.Problem {@code not-found} when there is none
     */
    TaxRate forType(TaxType type, LocalDate day);
}
