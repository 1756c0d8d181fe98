package io.renoz.itests.inside;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import io.renoz.launcher.Karaf;
import io.renoz.launcher.ScratchDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/**
 * The distribution that ships, beside a database of its own: outside of the container, where the tests are started from.
 *
 * <p>Etc is a copy and everything else the one folder of the build, as for the launcher; Pax Exam adds its bundles to the
 * features of the boot.
 */
final class Distribution {

    static final String OPERATOR_TOKEN = "rno_" + "i".repeat(43);

    private static final class Holder {
        static final Option SHARED = prepare();
    }

    private Distribution() {}

    /** The same for every test class, so that one container serves them all. */
    static Option options() {
        return Holder.SHARED;
    }

    private static Option prepare() {
        try {
            Path built = Path.of(System.getProperty("renoz.distribution")).toRealPath();
            Path home = fresh(Path.of(System.getProperty("renoz.container")));
            Path karaf = lay(built, Files.createDirectories(home.resolve("karaf")));
            ScratchDatabase database = ScratchDatabase.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
            return composite(
                    container(karaf),
                    composite(variables(database.environment(), home)),
                    composite(Karaf.javaOptions(built).stream()
                            .map(option -> vmOption(option))
                            .toArray(Option[]::new)),
                    composite(
                            bundle("org.assertj", "assertj-core", "assertj"),
                            bundle("net.bytebuddy", "byte-buddy", "bytebuddy"),
                            bundle("org.awaitility", "awaitility", "awaitility"),
                            bundle("org.hamcrest", "hamcrest", "hamcrest")));
        } catch (Exception e) {
            throw new IllegalStateException("The distribution cannot be prepared; is karaf-assembly built?", e);
        }
    }

    private static void close(ScratchDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Etc is Pax Exam's to change, so it is a copy; what the build made is not copied, only pointed at. */
    private static Path lay(Path built, Path karaf) throws IOException {
        for (String folder : List.of("lib", "system")) {
            Files.createSymbolicLink(karaf.resolve(folder), built.resolve(folder));
        }
        copy(built.resolve("etc"), karaf.resolve("etc"));
        Files.createFile(karaf.resolve("etc/org.apache.karaf.management.cfg")); // Pax Exam always edits it
        Files.createDirectories(karaf.resolve("bin"));
        Files.createDirectories(karaf.resolve("data/tmp"));
        return karaf;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    private static Option container(Path karaf) {
        // Beside system/, where all of ours is, the repository of the build for what Pax Exam adds.
        String repositories = "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots,"
                + Path.of(System.getProperty("renoz.repository")).toUri() + "@id=build@snapshots";
        return composite(
                karafDistributionConfiguration().existing(karaf.toFile()).useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                doNotModifyLogConfiguration(),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories", repositories));
    }

    private static Option[] variables(Map<String, String> database, Path home) throws IOException {
        return Stream.concat(
                        database.entrySet().stream(),
                        Map.of(
                                "RENOZ_HOME",
                                home.toString(),
                                "RENOZ_HTTP_HOST",
                                "127.0.0.1",
                                "RENOZ_HTTP_PORT",
                                Integer.toString(freePort()),
                                "RENOZ_OPERATOR_TOKEN",
                                OPERATOR_TOKEN)
                                .entrySet()
                                .stream())
                .map(variable -> environment(variable.getKey() + "=" + variable.getValue()))
                .toArray(Option[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Option bundle(String group, String artifact, String version) {
        return mavenBundle(group, artifact, System.getProperty("version." + version));
    }
}
