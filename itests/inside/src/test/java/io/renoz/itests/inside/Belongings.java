package io.renoz.itests.inside;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What the platform has at a moment and must not gather: how many of each. Equal ones of two moments mean that nothing was
 * left behind and nothing lost between them.
 *
 * @param services by bundle and interfaces, data sources among them
 * @param threads by name without numbers; those that serve whatever request comes are left out
 * @param beans by domain
 */
record Belongings(Map<String, Long> services, Map<String, Long> threads, Map<String, Long> beans) {

    /** Pools that grow and shrink with requests, the JVM's own, and those of the tests. */
    private static final String SERVING = "qtp.*|HttpClient.*|ForkJoin.*|RMI.*|Attach.*|awaitility.*|process reaper.*"
            + "|C[12] CompilerThread.*|Sweeper.*|Keep-Alive.*";

    static Belongings of(Platform platform) throws InvalidSyntaxException {
        ServiceReference<?>[] services = platform.context().getAllServiceReferences(null, null);
        return new Belongings(
                count(Arrays.stream(services), Belongings::name),
                count(
                        Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .filter(name -> !name.matches(SERVING)),
                        name -> name.replaceAll("[0-9]+", "#")),
                count(
                        ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream(),
                        ObjectName::getDomain));
    }

    private static String name(ServiceReference<?> service) {
        return service.getBundle().getSymbolicName() + " "
                + Arrays.toString((String[]) service.getProperty(Constants.OBJECTCLASS));
    }

    private static <T> Map<String, Long> count(Stream<T> all, Function<T, String> name) {
        return all.collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    }
}
