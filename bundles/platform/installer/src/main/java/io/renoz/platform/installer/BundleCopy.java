package io.renoz.platform.installer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** The jar of an installed bundle, written anew from what is in it: for the way back, wherever it once came from. */
final class BundleCopy {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final byte[] jar;

    private BundleCopy(byte[] jar) {
        this.jar = jar;
    }

    static BundleCopy of(Bundle bundle) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            @Nullable URL manifest = bundle.getEntry(MANIFEST);
            if (manifest != null) {
                copy(MANIFEST, manifest, zip); // readers of a stream expect it first
            }
            @Nullable Enumeration<URL> entries = bundle.findEntries("/", "*", true);
            if (entries != null) {
                for (URL entry : Collections.list(entries)) {
                    String name = entry.getPath().substring(1);
                    if (!name.endsWith("/") && !name.equals(MANIFEST)) {
                        copy(name, entry, zip);
                    }
                }
            }
        }
        return new BundleCopy(bytes.toByteArray());
    }

    private static void copy(String name, URL content, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = content.openStream()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    InputStream open() {
        return new ByteArrayInputStream(jar);
    }
}
