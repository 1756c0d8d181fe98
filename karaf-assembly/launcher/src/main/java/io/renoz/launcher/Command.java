package io.renoz.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One finished run of another program. */
record Command(int exit, String output) {

    /** Runs it with no input. Its output goes through a file, so a daemon it leaves behind cannot keep us waiting. */
    static Command run(List<String> line, long timeoutSeconds) throws IOException, InterruptedException {
        Path output = Files.createTempFile("renoz", ".out");
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(line.get(0) + " did not end within " + timeoutSeconds + " s");
            }
            return new Command(
                    process.exitValue(),
                    Files.readString(output, Charset.defaultCharset()).strip());
        } finally {
            Files.delete(output);
        }
    }

    /** True when the program is there and ends with 0. */
    static boolean works(String... line) throws InterruptedException {
        try {
            return run(List.of(line), 10).exit() == 0;
        } catch (IOException e) {
            return false; // not installed: the answer, not a fault
        }
    }
}
