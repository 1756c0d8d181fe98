package io.renoz.platform.data;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.kernel.AuditSink;
import io.renoz.kernel.EventSink;
import io.renoz.kernel.RecordChange;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins and ends the one transaction of a call, and writes audit log and outbox before its commit. */
@Component
public final class JtaTransactions implements Transactions, EventPublisher {

    private static final Logger log = LoggerFactory.getLogger(JtaTransactions.class);

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    // Both come from bundles that need transactions themselves, so they cannot be there first.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AuditSink audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable EventSink outbox;

    @Activate
    public JtaTransactions(
            @Reference TransactionManager manager, @Reference TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    /** The ledger of this thread's transaction. */
    static Ledger ledger(TransactionSynchronizationRegistry registry) {
        var ledger = (Ledger) registry.getResource(Ledger.class);
        if (ledger == null) {
            throw new IllegalStateException("No transaction on this thread.");
        }
        return ledger;
    }

    @Override
    public <T extends @Nullable Object> T run(Call call, Callable<T> work) {
        if (registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("A call has one transaction; this one has begun already.");
        }
        return unchecked(() -> call.run(() -> inside(new Ledger(false), work)));
    }

    @Override
    public <T extends @Nullable Object> T apart(Call call, Callable<T> work) {
        return unchecked(() -> {
            Transaction open = manager.suspend();
            try {
                return call.run(() -> inside(new Ledger(open != null), work));
            } finally {
                if (open != null) {
                    manager.resume(open);
                }
            }
        });
    }

    private <T extends @Nullable Object> T inside(Ledger ledger, Callable<T> work) throws Exception {
        T result = committed(ledger, work);
        ledger.afterCommit().forEach(done -> followUp(done, "commit"));
        return result;
    }

    /** What is decided stays so whatever happens here, so it must not look otherwise. */
    private static void followUp(Runnable work, String end) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("What should have followed a {} failed", end, e);
        }
    }

    private <T extends @Nullable Object> T committed(Ledger ledger, Callable<T> work) throws Exception {
        begin(ledger);
        boolean done = false;
        try {
            T result = work.call();
            writeDown(ledger);
            if (manager.getStatus() != Status.STATUS_ACTIVE) {
                throw new RollbackException("An inner call marked the transaction for rollback.");
            }
            done = true;
            return result;
        } finally {
            end(done);
            if (!done) {
                ledger.afterRollback().forEach(undo -> followUp(undo, "rollback"));
            }
        }
    }

    private void begin(Ledger ledger) throws NotSupportedException, SystemException {
        manager.begin();
        registry.putResource(Ledger.class, ledger);
    }

    private void end(boolean commit)
            throws SystemException, RollbackException, HeuristicMixedException, HeuristicRollbackException {
        if (commit) {
            manager.commit();
        } else {
            manager.rollback();
        }
    }

    /** ACT-02, PLT-07: what happened is written with it, or it did not happen. */
    private void writeDown(Ledger ledger) {
        ledger.flush();
        List<Change> changes = ledger.changes();
        List<RecordChange> audited =
                changes.stream().map(Change::audit).flatMap(Optional::stream).toList();
        if (!audited.isEmpty()) {
            present(audit).write(audited);
        }
        var events = new ArrayList<DomainEvent>();
        changes.stream().map(Change::event).flatMap(Optional::stream).forEach(events::add);
        events.addAll(ledger.events());
        if (!events.isEmpty()) {
            present(outbox).write(events);
        }
    }

    private static <S> S present(@Nullable S sink) {
        if (sink == null) {
            throw Problem.of("unavailable", "The platform is still starting; nothing can be changed yet.");
        }
        return sink;
    }

    @Override
    public void afterCommit(Runnable work) {
        ledger(registry).afterCommit(work);
    }

    @Override
    public void afterRollback(Runnable work) {
        ledger(registry).afterRollback(work);
    }

    @Override
    public void publish(DomainEvent event) {
        ledger(registry).publish(event);
    }

    private static <T extends @Nullable Object> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
