package io.renoz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The platform's Java process: its command line, its environment, its end. */
public final class Karaf {

    /** Seconds that running requests and services get before the process is killed. */
    private static final long STOP_SECONDS = 45L;

    /**
     * What Karaf's libraries reach into: the list of its own start script without what only JMX and RMI need.
     *
     * <p>Its patches of java.base and java.xml are left out as well: nothing here asks them for an XML parser of a
     * bundle, and a patched java.base loads without the JDK's archive of shared classes, a slower start.
     */
    private static final List<String> MODULES = List.of(
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");

    /** A heap on purpose: without it the JVM takes a quarter of the machine. */
    private static final List<String> HEAP = List.of("-Xms128m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");

    private final Settings settings;
    private final KarafBase base;

    Karaf(Settings settings, KarafBase base) {
        this.settings = settings;
        this.base = base;
    }

    /**
     * Starts the process in a session of its own, so that a Ctrl-C meant for the launcher does not reach it.
     *
     * @param detached its lines go to the console log, else to our own output
     */
    Process start(Map<String, String> variables, boolean detached) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(line()).directory(settings.home().karaf().toFile());
        builder.environment().putAll(variables);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                detached
                        ? ProcessBuilder.Redirect.appendTo( // what is appended to may be cut off
                                settings.home().consoleLog().toFile())
                        : ProcessBuilder.Redirect.INHERIT);
        return builder.start();
    }

    /** The command line; later options win, so {@code RENOZ_JAVA_OPTS} may name another heap. */
    List<String> line() throws IOException, InterruptedException {
        Path home = settings.home().karaf();
        List<String> line = new ArrayList<>();
        if (Command.works("setsid", "true")) {
            line.add("setsid");
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(javaOptions(settings.home().distribution()));
        String extra = settings.env().getOrDefault("RENOZ_JAVA_OPTS", "").strip();
        if (!extra.isEmpty()) {
            line.addAll(List.of(extra.split("\\s+")));
        }
        line.add("-Dkaraf.home=" + settings.home().distribution());
        line.add("-Dkaraf.base=" + home);
        line.add("-Dkaraf.data=" + base.data());
        line.add("-Dkaraf.etc=" + base.etc());
        line.add("-Dkaraf.log=" + settings.home().log());
        line.add("-Djava.io.tmpdir=" + base.data().resolve("tmp"));
        line.add("-Djava.util.logging.config.file=" + base.etc().resolve("java.util.logging.properties"));
        line.add("-Dkaraf.startLocalConsole=false");
        line.add("-Dkaraf.startRemoteShell=true");
        line.add("org.apache.karaf.main.Main");
        return line;
    }

    /** What is the same for every home: heap, opened modules, class path. */
    public static List<String> javaOptions(Path distribution) throws IOException {
        List<String> options = new ArrayList<>(HEAP);
        options.addAll(MODULES);
        options.add("-classpath");
        Path lib = distribution.resolve("lib");
        options.add(classPath(lib.resolve("boot")) + ":" + classPath(lib.resolve("jdk9plus")));
        return options;
    }

    /** The jars of a folder, but for the one that only serves the patched JDK modules we leave out. */
    private static String classPath(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar") && !file.contains("org.apache.karaf.specs.activator"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        } catch (NoSuchFileException e) {
            throw new Refusal("The distribution is not whole, " + folder + " is missing; run './renoz build'.");
        }
    }

    /** Asks the process to end and waits; one that does not is killed. True when it ended by itself. */
    static boolean stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        long deadline = System.nanoTime() + STOP_SECONDS * 1_000_000_000L;
        while (process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20); // onExit of a process that is not our child looks only every few seconds
        }
        return !process.isAlive() || !process.destroyForcibly();
    }
}
