package io.renoz.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The verbs behind {@code ./renoz}; ends with 0 when done, 1 when refused, 2 when not understood. */
public final class Main {

    private static final String USAGE =
            "usage: run [--detach] | stop | status | backup [FILE] | restore FILE | db status | db roles | doctor";

    private final Console console;
    private final Map<String, String> env;
    private final Path distribution;

    Main(Console console, Map<String, String> env, Path distribution) {
        this.console = console;
        this.env = env;
        this.distribution = distribution;
    }

    /** Runs one verb; the system property {@code renoz.distribution} names the unpacked distribution. */
    public static void main(String[] arguments) {
        Path distribution = Path.of(System.getProperty("renoz.distribution", "."));
        Main main = new Main(new Console(System.out, System.err), System.getenv(), distribution);
        System.exit(main.run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            return carryOut(arguments);
        } catch (Refusal e) {
            console.complain(e.getMessage());
        } catch (Exception e) {
            console.complain(arguments + " failed: " + e);
            e.printStackTrace(console.err());
        }
        return 1;
    }

    private int carryOut(List<String> arguments) throws Exception {
        String verb = String.join(" ", arguments);
        Path built = distribution.toAbsolutePath().normalize();
        if (verb.equals("db roles")) { // for a DBA who has no password yet
            console.say(Roles.script(Database.planned(env)).stripTrailing());
            return 0;
        }
        if (verb.equals("stop") || verb.equals("status")) {
            Platform platform = new Platform(Settings.withoutPasswords(env, built), console);
            return verb.equals("stop") ? stop(platform) : platform.status();
        }
        Settings settings = Settings.of(env, built);
        if (!arguments.isEmpty()
                && (arguments.get(0).equals("backup") || arguments.get(0).equals("restore"))) {
            return new Safekeeping(settings, console).carryOut(arguments);
        }
        Platform platform = new Platform(settings, console);
        return switch (verb) {
            case "run" -> platform.run(false);
            case "run --detach" -> platform.run(true);
            case "db status" -> new DatabaseReport(settings).print(console) ? 0 : 1;
            case "doctor" -> new Doctor(settings, console).examine() ? 0 : 1;
            default -> misunderstood(console);
        };
    }

    static int misunderstood(Console console) {
        console.complain(USAGE);
        return 2;
    }

    private int stop(Platform platform) throws Exception {
        console.say(platform.stop() ? "Stopped." : "Nothing was running.");
        return 0;
    }
}
