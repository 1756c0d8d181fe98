package com.example.pettycash;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.CustomerType;
import io.renoz.data.Call;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.api.SequenceDeclaration;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The services of other modules, as far as petty cash calls them. */
public final class Neighbours {

    private Neighbours() {}

    /** Gives numbers by organization, from 1. */
    public static NumberSequences numbers() {
        Map<@Nullable UUID, AtomicInteger> counters = new ConcurrentHashMap<>();
        return new NumberSequences() {
            @Override
            public List<String> next(String key, LocalDate date, int count) {
                int last = counters.computeIfAbsent(Call.tenant(), organization -> new AtomicInteger())
                        .addAndGet(count);
                return IntStream.rangeClosed(last - count + 1, last)
                        .mapToObj(number -> "PC-" + date.getYear() + "-" + String.format(Locale.ROOT, "%05d", number))
                        .toList();
            }

            @Override
            public void register(SequenceDeclaration declaration) {
                counters.putIfAbsent(Call.tenant(), new AtomicInteger());
            }
        };
    }

    /** An organization in Greenwich. */
    public static OrganizationDirectory organizations() {
        return only(OrganizationDirectory.class, "current", arguments -> profile());
    }

    private static OrganizationProfile profile() {
        var address = new OrganizationProfile.Address(null, null, null, null, null, "GB");
        return new OrganizationProfile(
                Call.tenant(),
                "Test",
                null,
                null,
                address,
                ZoneOffset.UTC,
                Locale.UK,
                Currency.getInstance("GBP"),
                "DD/MM/YYYY",
                "24h",
                "1,234.56",
                Month.JANUARY,
                DayOfWeek.MONDAY,
                BigDecimal.ZERO,
                30,
                null,
                OrganizationStatus.ACTIVE);
    }

    /** Knows these customers: by the id asked for, the id they have now. */
    public static CustomerDirectory customers(Map<UUID, UUID> known) {
        return only(CustomerDirectory.class, "find", arguments -> Optional.ofNullable(known.get((UUID) arguments[0]))
                .map(Neighbours::customer));
    }

    private static CustomerSummary customer(UUID id) {
        return new CustomerSummary(
                id, "C-1", "Customer", "Customer", CustomerStatus.ACTIVE, CustomerType.BUSINESS, null, null, 30, false);
    }

    private static <T> T only(Class<T> service, String method, Function<Object[], Object> answer) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (self, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new UnsupportedOperationException(called.getName());
                    }
                    return answer.apply(arguments);
                }));
    }
}
