package io.renoz.platform.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.osgi.framework.Version;

/** What the folder is for. All that is refused is refused with a sentence for people, and then everything is as it was. */
interface Deployments {

    /** Says what a file holds. */
    Offer look(Path file) throws IOException;

    /** Brings the module of a file up, or to the version of the file; does nothing when it is that already. */
    void deploy(Path file) throws IOException, InterruptedException;

    /** Modules that came by files. */
    Set<String> deployed();

    /** Takes a module away that came by a file; does nothing to others. */
    void remove(String module) throws InterruptedException;

    /** A module in a file. */
    record Offer(String module, Version version) {}
}
