package io.renoz.launcher;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Where the launcher speaks: results on the first stream, refusals on the second. */
record Console(PrintStream out, PrintStream err) {

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println(line);
        err.flush();
    }

    /** Does one step of a start and prints its name with the seconds it took. */
    <T> T step(String name, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        say(String.format(Locale.ROOT, "%-48s %5.1f s", name, (System.nanoTime() - begun) / 1e9));
        return result;
    }
}
