package com.example.rates;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which rate holds when. */
@Component(service = KnownRates.class)
public final class KnownRates {

    private final Tables tables;

    @Activate
    public KnownRates(@Reference(target = "(domain=rates)") Tables tables) {
        this.tables = tables;
    }

    /** The latest of those that began by a day. */
    Optional<DatedRate> on(String currency, LocalDate day) {
        return tables
                .entities()
                .createQuery(
                        "select r from DatedRate r where r.organizationId = :organization and r.currency = :currency"
                                + " and r.since <= :day order by r.since desc",
                        DatedRate.class)
                .setParameter("organization", Call.tenant())
                .setParameter("currency", currency)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
