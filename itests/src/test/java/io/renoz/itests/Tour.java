package io.renoz.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a text that a reader is told to paste: shell blocks between {@code <!-- tour -->} and {@code <!-- /tour -->}.
 * A comment {@code # => words} says what the lines since the last such comment have to print.
 */
final class Tour {

    private static final Pattern PART = Pattern.compile("<!-- tour -->(.*?)<!-- /tour -->", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("^```(?:sh|bash)\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern EXPECTED = Pattern.compile("(?:^|\\s)# => (.*)$");
    private static final String MARK = "----- tour ";

    private final List<String> lines;

    private Tour(List<String> lines) {
        this.lines = lines;
    }

    static Tour of(String markdown) {
        var lines = new ArrayList<String>();
        Matcher part = PART.matcher(markdown);
        while (part.find()) {
            Matcher block = BLOCK.matcher(part.group(1));
            while (block.find()) {
                lines.addAll(List.of(block.group(1).split("\n")));
            }
        }
        return new Tour(List.copyOf(lines));
    }

    /** Exactly what a reader would paste. */
    List<String> lines() {
        return lines;
    }

    /** What has to be printed, with the words that say so. */
    record Step(String expected, String printed) {

        boolean good() {
            return printed.contains(expected);
        }
    }

    /** The lines, each expectation followed by a mark in what is printed. */
    String script() {
        var script = new StringBuilder("set -eo pipefail\n");
        int step = 0;
        for (String line : lines) {
            script.append(line).append('\n');
            if (EXPECTED.matcher(line).find()) {
                script.append("printf '\\n%s%d\\n' '")
                        .append(MARK)
                        .append("' ")
                        .append(step++)
                        .append('\n');
            }
        }
        return script.toString();
    }

    List<String> expected() {
        return lines.stream()
                .map(EXPECTED::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).strip())
                .toList();
    }

    /** Runs the lines in one shell and gives what came of each expectation. */
    List<Step> run(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tour", ".txt");
        var builder = new ProcessBuilder("bash", "-c", script())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process shell = builder.start();
        if (!shell.waitFor(120, TimeUnit.SECONDS)) {
            shell.destroyForcibly();
            throw new AssertionError("the tour hangs:\n" + Files.readString(output));
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (shell.exitValue() != 0) {
            throw new AssertionError("the tour ended with " + shell.exitValue() + ":\n" + printed);
        }
        return steps(printed);
    }

    private List<Step> steps(String printed) {
        String[] parts = printed.split("\\n" + MARK + "\\d+\\n", -1);
        List<String> expected = expected();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < expected.size(); i++) {
            steps.add(new Step(expected.get(i), parts[i]));
        }
        return steps;
    }
}
