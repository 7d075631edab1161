package org.chasqui.bench;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Runs what stands behind a script of {@code bin}, and ends the process. */
final class Command {
    private static final Logger LOG = System.getLogger(Command.class.getName());

    private Command() {}

    /**
     * Exits with 0 when every promise was kept, 1 when one was not, 2 when nobody knows. Needs the system property {@code
     * chasqui.repository}, or the repository as the working folder.
     *
     * @param name what stops when it cannot go on
     * @param work answers for the folder of the repository whether every promise was kept
     */
    static void run(String name, Predicate<Path> work) {
        var repository = Path.of(System.getProperty("chasqui.repository", "."))
                .toAbsolutePath()
                .normalize();
        try {
            System.exit(work.test(repository) ? 0 : 1);
        } catch (BenchFailed failed) {
            System.err.println(name + " stopped: " + failed.getMessage());
            System.exit(2);
        } catch (RuntimeException failed) {
            // Java would exit with 1, the code of a broken promise.
            LOG.log(Level.ERROR, name + " stopped", failed);
            System.exit(2);
        }
    }
}
