package io.renoz.platform.data;

import io.renoz.data.Call;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.transaction.Status;
import javax.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service of a module as others hold it: it stays while the module is replaced.
 *
 * <p>A transaction keeps the provider it met first; a provider is let go when its last transaction has ended; a call that
 * meets none waits for the next one, and no longer than {@link #HOLD_MILLIS}.
 */
final class Face implements InvocationHandler {

    private static final Logger log = LoggerFactory.getLogger(Face.class);
    static final long HOLD_MILLIS = 10_000;
    static final long DRAIN_MILLIS = 5_000;

    /** One provider and the transactions that are inside it. */
    private static final class Provider {
        final Object service;
        int inside;

        Provider(Object service) {
            this.service = service;
        }
    }

    private final Class<?> type;
    private final String module;
    private final Object proxy;
    private final TransactionSynchronizationRegistry registry;
    private final Supplier<@Nullable ModuleGate> gate;
    private final boolean gated;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Provider current;
    private boolean gone;

    Face(
            Class<?> type,
            String module,
            TransactionSynchronizationRegistry registry,
            Supplier<@Nullable ModuleGate> gate,
            boolean gated) {
        this.type = type;
        this.module = module;
        this.registry = registry;
        this.gate = gate;
        this.gated = gated;
        this.proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    Class<?> type() {
        return type;
    }

    String module() {
        return module;
    }

    Object proxy() {
        return proxy;
    }

    void enter(Object service) {
        lock.lock();
        try {
            current = new Provider(service);
            gone = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a provider go, once the transactions inside it have ended. */
    void leave(Object service) {
        lock.lock();
        try {
            Provider leaving = current;
            if (leaving == null || leaving.service != service) {
                return;
            }
            current = null;
            long left = TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
            while (leaving.inside > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (leaving.inside > 0) {
                log.warn("{}: {} transactions are still inside the provider that goes", type.getName(), leaving.inside);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nobody is behind it at this moment. */
    boolean empty() {
        lock.lock();
        try {
            return current == null;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody will come any more: those who wait are told. */
    void gone() {
        lock.lock();
        try {
            gone = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Provider admit() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(HOLD_MILLIS);
            while (current == null) {
                if (left <= 0 || gone) {
                    throw Problem.of("unavailable", "The module " + module + " is not running at the moment.")
                            .with("module", module);
                }
                left = changed.awaitNanos(left);
            }
            current.inside++;
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void release(Provider provider) {
        lock.lock();
        try {
            provider.inside--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, method, arguments);
        }
        pass();
        if (registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
            return call(met(), method, arguments);
        }
        Provider provider = admit();
        try {
            return call(provider, method, arguments);
        } finally {
            release(provider);
        }
    }

    /** The provider this transaction met first. */
    private Provider met() throws InterruptedException {
        var known = (Provider) registry.getResource(this);
        if (known != null) {
            return known;
        }
        Provider met = admit();
        registry.putResource(this, met);
        registry.registerInterposedSynchronization(new Completion(status -> release(met)));
        return met;
    }

    private void pass() {
        ModuleGate now = gated ? gate.get() : null;
        if (now != null && Call.find().map(Call::organization).isPresent()) {
            now.require(module);
        }
    }

    private static @Nullable Object call(Provider provider, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(provider.service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private Object ofObject(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> type.getName() + " of " + module;
        };
    }
}
