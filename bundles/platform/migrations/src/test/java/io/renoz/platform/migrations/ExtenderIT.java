package io.renoz.platform.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.kernel.Migrator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;

/** The extender in a framework, with bundles that hold nothing but a changelog. */
class ExtenderIT {

    private static TestServer server;
    private static TestDatabase database;
    private static Framework framework;
    private static BundleContext context;
    private static Extender extender;

    @BeforeAll
    static void start(@TempDir Path cache) throws Exception {
        server = TestServer.start();
        database = server.database("renoz");
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        cache.resolve("bundles").toString(),
                        "org.osgi.framework.storage.clean",
                        "onFirstInit"));
        framework.start();
        context = framework.getBundleContext();
        extender = new Extender(context, database, Sources.platform());
    }

    @AfterAll
    static void stop() throws Exception {
        extender.stop();
        assertThat(context.getServiceReference(Migrator.class)).isNull();
        framework.stop();
        framework.waitForStop(10_000);
        server.close();
    }

    @Test
    void opensThePlatformFirst() {
        await(() -> isOpen("platform"));

        assertThat(context.getServiceReference(Migrator.class)).isNotNull();
    }

    @Test
    void opensAModuleAfterThoseItRequiresInWhateverOrderTheyStart() throws Exception {
        install(
                "later",
                List.of("earlier"),
                table(
                        "later.parts",
                        "thing_id uuid, foreign key (organization_id, thing_id) references earlier.things"));
        await(() -> stateOf("later").reason().equals("It waits for the schema of earlier."));
        assertThat(isOpen("later")).isFalse();

        install("earlier", List.of(), table("earlier.things", "name text"));

        await(() -> isOpen("earlier") && isOpen("later"));
        assertThat(stateOf("later")).isEqualTo(LinkState.stands());
    }

    @Test
    void keepsAModuleAwayWhoseMigrationFailsAndSaysWhy() throws Exception {
        install("failing", List.of(), "create table failing.things (like nowhere);");

        await(() -> stateOf("failing").failed());
        assertThat(stateOf("failing").reason()).contains("change set failing:001 failed");
        assertThat(isOpen("failing")).isFalse();
    }

    @Test
    void closesWithItsBundleAtOnceAndOpensTheNextVersionMigrated() throws Exception {
        String things = table("swapped.things", "name text");
        Bundle bundle = install("swapped", List.of(), things);
        await(() -> isOpen("swapped"));

        bundle.stop();
        assertThat(isOpen("swapped")).isFalse();
        bundle.update(jar("swapped", List.of(), things, "alter table swapped.things add column note text;"));
        bundle.start();

        await(() -> isOpen("swapped"));
        assertThat(database.rows("select note from swapped.things")).isEmpty();
        assertThat(database.rows("select active_version from platform.modules where name = 'swapped'"))
                .containsExactly("1.0.0");
    }

    private static String table(String name, String columns) {
        return "create table %1$s (like platform.tenant_row including all, %2$s);\ncall platform.protect('%1$s');"
                .formatted(name, columns);
    }

    private static LinkState stateOf(String module) {
        return extender.stateOf(Sources.module(module));
    }

    private static boolean isOpen(String module) {
        try {
            return !context.getServiceReferences(DataSource.class, "(osgi.jndi.service.name=renoz/" + module + ")")
                    .isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Bundle install(String module, List<String> requires, String... changes)
            throws IOException, BundleException {
        Bundle bundle = context.installBundle("test:" + module, jar(module, requires, changes));
        bundle.start();
        return bundle;
    }

    private static InputStream jar(String module, List<String> requires, String... changes) throws IOException {
        var manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "test." + module);
        headers.putValue(
                "Provide-Capability",
                "renoz.module;renoz.module=\"%s\";version:Version=\"1.0.0\";title=\"%1$s\";kind=\"standard\";vendor=\"Renoz\""
                        .formatted(module));
        if (!requires.isEmpty()) {
            headers.putValue(
                    "Require-Capability",
                    String.join(
                            ",",
                            requires.stream()
                                    .map("renoz.module;effective:=\"renoz\";filter:=\"(renoz.module=%s)\""::formatted)
                                    .toList()));
        }
        var bytes = new ByteArrayOutputStream();
        Migrator.Files files = Sources.changelog(module, changes);
        try (var jar = new JarOutputStream(bytes, manifest)) {
            for (String path : files.below("db")) {
                jar.putNextEntry(new ZipEntry(path));
                try (InputStream content = files.open(path)) {
                    content.transferTo(jar);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void await(Supplier<Boolean> condition) {
        var never = new CountDownLatch(1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (!condition.get()) {
                assertThat(System.nanoTime()).as("it did not happen in time").isLessThan(deadline);
                assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
