package io.renoz.platform.rest.application;

import io.renoz.data.Transactions;
import io.renoz.platform.rest.Visit;
import io.renoz.platform.rest.idempotency.Idempotency;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operation.Plane;
import io.renoz.platform.rest.operation.Operations;
import io.renoz.platform.rest.problem.SqlProblems;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an operation in its transaction, which begins after the body is read and has committed before the answer is written.
 * What lost a race in the database is done again from the start.
 */
final class Invoker extends JAXRSInvoker {

    private static final Logger log = LoggerFactory.getLogger(Invoker.class);
    private static final int ATTEMPTS = 3;

    private final Operations operations;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Answers answers;

    Invoker(Operations operations, Transactions transactions, Idempotency idempotency, Answers answers) {
        this.operations = operations;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @Override
    protected @Nullable Object performInvocation(
            Exchange exchange, Object resource, Method method, @Nullable Object[] arguments) throws Exception {
        Operation operation = operations.current();
        HttpServletRequest request = Visit.request(exchange.getInMessage());
        Visit visit = Visit.of(request);
        if (operation.async()) {
            return visit.call().run(() -> invoke(exchange, resource, method, arguments));
        }
        Callable<Response> work = () -> answers.of(invoke(exchange, resource, method, arguments), operation, request);
        if (operation.plane() != Plane.TENANT) {
            return visit.call().run(work);
        }
        int attempts = repeatable(arguments) ? ATTEMPTS : 1;
        return idempotency.answer(operation, request, visit, work, inside -> attempt(attempts, visit, inside));
    }

    /** Whether the call can be made again with the same arguments. */
    private static boolean repeatable(@Nullable Object[] arguments) {
        return Stream.of(arguments).noneMatch(InputStream.class::isInstance);
    }

    private Response attempt(int attempts, Visit visit, Callable<Response> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.run(visit.call(), work);
            } catch (RuntimeException e) {
                if (attempt >= attempts || !SqlProblems.transientFault(e)) {
                    throw e;
                }
                log.debug("Attempt {} lost a race and is repeated: {}", attempt, e.toString());
            }
        }
    }

    private @Nullable Object invoke(Exchange exchange, Object resource, Method method, @Nullable Object[] arguments)
            throws Exception {
        try {
            return super.performInvocation(exchange, resource, method, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new ExecutionException(e.getCause());
        }
    }
}
