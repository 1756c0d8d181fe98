package io.renoz.customers.summary;

import io.renoz.customers.api.CustomerSummaryContributor;
import io.renoz.customers.api.SummarySection;
import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.module.Partners;
import io.renoz.module.Partners.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the other modules for their sections, all at once, each in a transaction of its own: so one that fails spoils nobody's,
 * and one that is slow can be left behind.
 */
@Component(service = Sections.class)
public final class Sections {

    private static final Logger log = LoggerFactory.getLogger(Sections.class);
    private static final long LIMIT_MILLIS = 300;
    private static final int MOST_THREADS = 16;

    /** The sections that came, and the modules whose did not. */
    record Gathered(List<SummarySection> sections, List<String> leftOut) {}

    private final Partners partners;
    private final Transactions transactions;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

    @Activate
    public Sections(@Reference Partners partners, @Reference Transactions transactions) {
        this.partners = partners;
        this.transactions = transactions;
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    Gathered of(UUID customerId) {
        Call call = Call.current().reading();
        var sections = new ArrayList<SummarySection>();
        var leftOut = new ArrayList<String>();
        var asked = new ArrayList<Asked>();
        for (Partner<CustomerSummaryContributor> partner : partners.enabled(CustomerSummaryContributor.class)) {
            try {
                asked.add(new Asked(partner.module(), ask(partner.service(), customerId, call)));
            } catch (RejectedExecutionException e) {
                leftOut.add(partner.module());
            }
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        for (Asked one : asked) {
            one.answer(until).ifPresentOrElse(sections::add, () -> leftOut.add(one.module));
        }
        return new Gathered(sections, leftOut);
    }

    private Future<SummarySection> ask(CustomerSummaryContributor contributor, UUID customerId, Call call) {
        return threads.submit(() -> transactions.run(call, () -> contributor.contribute(customerId)));
    }

    /** A module that was asked. */
    private record Asked(String module, Future<SummarySection> section) {

        /** What it said, unless it was late or failed. */
        Optional<SummarySection> answer(long until) {
            try {
                return Optional.of(section.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException e) {
                section.cancel(true);
                log.warn("{} gave no section of the account page", module, e);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
