package io.renoz.platform.installer;

import io.renoz.module.ModuleDescriptor;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The one file of a module, opened: its core bundle and those of its api. */
final class ModuleArchive implements AutoCloseable {

    private final Path folder;
    private final ModuleDescriptor module;
    private final BundleJar core;
    private final List<BundleJar> apis;

    private ModuleArchive(Path folder, ModuleDescriptor module, BundleJar core, List<BundleJar> apis) {
        this.folder = folder;
        this.module = module;
        this.core = core;
        this.apis = List.copyOf(apis);
    }

    /**
     * Opens a file; close it afterwards.
     *
     * @throws Problem {@code unreadable-file}, {@code descriptor-invalid}
     */
    static ModuleArchive open(Path file) throws IOException {
        Path folder = Files.createTempDirectory("renoz-module");
        try {
            return read(folder, file);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            if (e instanceof ZipException) {
                throw Problem.of("unreadable-file", "It is no zip or jar file: " + e.getMessage() + ".");
            }
            throw e;
        }
    }

    private static ModuleArchive read(Path folder, Path file) throws IOException {
        var cores = new ArrayList<BundleJar>();
        var apis = new ArrayList<BundleJar>();
        var allowance = new Allowance();
        for (Path jar : jars(folder, file, allowance)) {
            BundleJar bundle = BundleJar.read(jar, allowance);
            (bundle.module().isPresent() ? cores : apis).add(bundle);
        }
        if (cores.size() != 1) {
            throw Problem.of(
                    "descriptor-invalid",
                    "A module's file holds exactly one bundle with the capability renoz.module; this one holds "
                            + cores.size() + ".");
        }
        BundleJar core = cores.get(0);
        ModuleDescriptor module = core.module().orElseThrow();
        apis.forEach(bundle -> checkPart(bundle, module.name()));
        return new ModuleArchive(folder, module, core, apis);
    }

    private static void checkPart(BundleJar bundle, String module) {
        bundle.partOf().filter(owner -> !owner.equals(module)).ifPresent(owner -> {
            throw Problem.of(
                    "descriptor-invalid",
                    bundle.name() + " says that it is a part of " + owner + ", but comes with " + module + ".");
        });
    }

    /** The file itself, or the jars inside it, copied because a bundle cannot be read out of the middle of another file. */
    private static List<Path> jars(Path folder, Path file, Allowance allowance) throws IOException {
        if (isJar(file.getFileName().toString())) {
            return List.of(Files.copy(file, folder.resolve("core.jar")));
        }
        var jars = new ArrayList<Path>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && isJar(entry.getName())) {
                    Path jar = folder.resolve(jars.size() + ".jar");
                    try (InputStream in = allowance.of(zip.getInputStream(entry))) {
                        Files.copy(in, jar);
                    }
                    jars.add(jar);
                }
            }
        }
        return jars;
    }

    private static boolean isJar(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    ModuleDescriptor module() {
        return module;
    }

    BundleJar core() {
        return core;
    }

    List<BundleJar> apis() {
        return apis;
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
