package io.renoz.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Services of other modules, played by objects that have the methods which are called. */
final class Played {

    private Played() {}

    /** The service; a method that {@code by} has not is not supported. */
    static <T> T as(Class<T> service, Object by) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    return call(by, method, given);
                }));
    }

    private static Object call(Object by, Method asked, Object[] given) throws Throwable {
        Method method = Arrays.stream(by.getClass().getDeclaredMethods())
                .filter(one -> one.getName().equals(asked.getName()) && one.getParameterCount() == given.length)
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(asked.toString()));
        method.setAccessible(true);
        try {
            return method.invoke(by, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
