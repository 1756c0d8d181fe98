package io.renoz.platform.installer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes bundles and archives of them, as another build would. */
final class Jars {

    private Jars() {}

    static byte[] core(String module, String version, String... more) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Provide-Capability",
                "renoz.module;renoz.module=\"" + module + "\";version:Version=\"" + version + "\";title=\"" + module
                        + "\";kind=extension;vendor=\"Stranger\"");
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return bundle("com.example." + module, headers, version);
    }

    static byte[] bundle(String name, Map<String, String> more, String content) {
        var manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        more.forEach(headers::putValue);
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("com/example/shared/content.txt"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void zip(Path file, byte[]... jars) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < jars.length; i++) {
                zip.putNextEntry(new ZipEntry("bundles/" + i + ".jar"));
                zip.write(jars[i]);
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.closeEntry();
        }
    }
}
