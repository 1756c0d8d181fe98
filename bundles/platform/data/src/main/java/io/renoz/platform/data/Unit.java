package io.renoz.platform.data;

import io.renoz.data.Call;
import io.renoz.data.Row;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import io.renoz.event.EventType;
import io.renoz.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.OptimisticLockException;
import javax.transaction.TransactionSynchronizationRegistry;

/** The tables of one module: one persistence context a transaction, opened at the first use. */
final class Unit implements Tables {

    /** The persistence context of one transaction. */
    record Context(EntityManager entities) {

        /** Who was overtaken is refused; the call is made again first, and passes then if any version will do. */
        void flush() {
            try {
                entities.flush();
            } catch (OptimisticLockException e) {
                throw Preconditions.stale().because(e);
            }
        }
    }

    private final EntityManagerFactory factory;
    private final TransactionSynchronizationRegistry registry;
    private final Map<Class<?>, BiFunction<UUID, UUID, Object>> keys = new ConcurrentHashMap<>();
    private final Owners owners;
    private final List<EventType> emitted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int inside;

    Unit(EntityManagerFactory factory, TransactionSynchronizationRegistry registry, List<EventType> emitted) {
        this.factory = factory;
        this.registry = registry;
        this.emitted = emitted;
        this.owners = new Owners(factory.getMetamodel());
    }

    /** The events that its entities emit. */
    List<EventType> emitted() {
        return emitted;
    }

    /** Waits until the transactions that use this unit have ended; false when some did not within the limit. */
    boolean drain(long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = millis * 1_000_000;
            while (inside > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
            return inside == 0;
        } finally {
            lock.unlock();
        }
    }

    private void count(int by) {
        lock.lock();
        try {
            inside += by;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Context context() {
        var open = (Context) registry.getResource(this);
        return open == null ? open() : open;
    }

    private Context open() {
        Ledger ledger = JtaTransactions.ledger(registry);
        EntityManager entities = enter();
        entities.joinTransaction();
        var context = new Context(entities);
        registry.putResource(this, context);
        ledger.opened(context);
        return context;
    }

    private EntityManager enter() {
        count(1);
        boolean entered = false;
        try {
            EntityManager entities = factory.createEntityManager(Map.of("organization", Call.tenant()));
            registry.registerInterposedSynchronization(new Completion(status -> close(entities)));
            entered = true;
            return entities;
        } finally {
            if (!entered) {
                count(-1);
            }
        }
    }

    private void close(EntityManager entities) {
        try {
            entities.close();
        } finally {
            count(-1);
        }
    }

    @Override
    public EntityManager entities() {
        return context().entities();
    }

    @Override
    public <E extends Row> Optional<E> find(Class<E> type, UUID id) {
        return Optional.ofNullable(entities().find(type, key(type, id))).filter(row -> !row.deleted());
    }

    @Override
    public <E extends Row> Optional<E> findBy(Class<E> type, String field, Object value) {
        var query = new Jpql(type).where("e." + field + " = :value", "value", value);
        if (Shape.kept(type)) {
            query.where("e.deletedAt is null");
        }
        return query.rows(entities(), type).setMaxResults(1).getResultStream().findFirst();
    }

    @Override
    public <E extends Row> E require(Class<E> type, UUID id) {
        return find(type, id).orElseThrow(() -> missing(type));
    }

    @Override
    public <E extends Row> E lock(Class<E> type, UUID id) {
        Object key = key(type, id);
        E row = entities().find(type, key, Owners.IN_MEMORY);
        if (row == null) {
            row = entities().find(type, key, LockModeType.PESSIMISTIC_WRITE);
        } else {
            flush(); // reading anew would lose what has been changed
            entities().refresh(row, LockModeType.PESSIMISTIC_WRITE);
        }
        if (row == null || row.deleted()) {
            throw missing(type);
        }
        return row;
    }

    static Problem missing(Class<?> type) {
        String words = type.getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2");
        return Problem.notFound(words.toLowerCase(Locale.ROOT));
    }

    @Override
    public <E extends Row> E add(E row) {
        entities().persist(row);
        return row;
    }

    @Override
    public void remove(Row row) {
        if (row.keptWhenDeleted()) {
            row.delete();
        } else {
            entities().remove(row);
            owners.forget(row, entities(), this::key);
        }
    }

    @Override
    public void flush() {
        context().flush();
    }

    @Override
    public <E extends Row> Table<E> of(Class<E> type) {
        return TableSpec.of(this, type);
    }

    /** The key class is a copy in the module's own bundle. */
    private Object key(Class<?> type, UUID id) {
        return keys.computeIfAbsent(type, this::keyMaker).apply(Call.tenant(), id);
    }

    private BiFunction<UUID, UUID, Object> keyMaker(Class<?> type) {
        try {
            var constructor = factory.getMetamodel()
                    .entity(type)
                    .getIdType()
                    .getJavaType()
                    .getConstructor(UUID.class, UUID.class);
            return (organization, id) -> {
                try {
                    return constructor.newInstance(organization, id);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getSimpleName() + " is no TenantRecord", e);
        }
    }
}
