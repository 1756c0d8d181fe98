package io.renoz.platform.migrations;

import io.renoz.kernel.Migrator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;
import org.jspecify.annotations.Nullable;

/** Shows Liquibase a module's files, the root changelog made up for the run, and Liquibase's own schemas. */
final class ChangelogFiles extends AbstractResourceAccessor {

    static final String ROOT = "root.yaml";

    private interface Content {
        InputStream open() throws IOException;
    }

    private final Migrator.Files files;
    private final String root;

    ChangelogFiles(Migrator.Files files, String root) {
        this.files = files;
        this.root = root;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        if (path.equals(ROOT)) {
            return List.of(resource(path, () -> new ByteArrayInputStream(root.getBytes(StandardCharsets.UTF_8))));
        }
        if (files.below("db").contains(path)) {
            return List.of(resource(path, () -> files.open(path)));
        }
        @Nullable URL own = ChangelogFiles.class.getClassLoader().getResource(path);
        return own == null ? List.of() : List.of(resource(path, own::openStream));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        String folder = path.endsWith("/") ? path : path + "/";
        var found = new ArrayList<Resource>();
        for (String file : files.below("db")) {
            if (file.startsWith(folder) && (recursive || file.indexOf('/', folder.length()) < 0)) {
                found.add(resource(file, () -> files.open(file)));
            }
        }
        return found;
    }

    private static Resource resource(String path, Content content) throws IOException {
        try {
            return new URIResource(path, new URI("renoz", null, "/" + path, null)) {
                @Override
                public InputStream openInputStream() throws IOException {
                    return content.open();
                }
            };
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the module's archive");
    }

    @Override
    public void close() {
        // nothing is kept open
    }
}
