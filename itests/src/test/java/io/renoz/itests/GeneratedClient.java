package io.renoz.itests;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A Java client that a common generator makes from a document, with the JDK's own HTTP client and Jackson. */
final class GeneratedClient {

    static final String PACKAGE = "client";

    private final Path folder;

    /** In an emptied folder. */
    GeneratedClient(Path folder) throws IOException {
        this.folder = folder;
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Writes its sources. */
    void generate(String document) throws IOException {
        Path input = Files.writeString(folder.resolve("openapi.json"), document);
        var configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(input.toString())
                .setOutputDir(folder.toString())
                .setApiPackage(PACKAGE + ".api")
                .setModelPackage(PACKAGE + ".model")
                .setInvokerPackage(PACKAGE)
                .addAdditionalProperty("openApiNullable", "false")
                .addAdditionalProperty("useSingleRequestParameter", "true")
                .addAdditionalProperty("hideGenerationTimestamp", "true")
                .addGlobalProperty("models", "")
                .addGlobalProperty("apis", "")
                .addGlobalProperty("supportingFiles", "")
                .addGlobalProperty("apiTests", "false")
                .addGlobalProperty("modelTests", "false")
                .addGlobalProperty("apiDocs", "false")
                .addGlobalProperty("modelDocs", "false");
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }

    /** Adds a source of our own that uses it. */
    void add(String name, String source) throws IOException {
        Path file = folder.resolve("src/main/java").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    /** Compiles everything; what the compiler has to say is the failure. */
    ClassLoader compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> sources;
        try (Stream<Path> all = Files.walk(folder.resolve("src/main/java"))) {
            sources = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        var options = List.of("-d", classes.toString(), "-classpath", classPath(), "-proc:none", "-nowarn");
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!good) {
                throw new AssertionError("the generated client does not compile:\n" + complaints);
            }
        }
        return new URLClassLoader(new URL[] {url(classes)}, GeneratedClient.class.getClassLoader());
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private static String classPath() {
        var parts = new ArrayList<String>();
        for (String property : List.of("surefire.test.class.path", "java.class.path")) {
            String value = System.getProperty(property);
            if (value != null) {
                parts.add(value);
            }
        }
        return String.join(java.io.File.pathSeparator, parts);
    }
}
