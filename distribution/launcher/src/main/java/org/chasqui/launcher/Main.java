package org.chasqui.launcher;

/**
 * The first class that runs: says in one sentence that the JDK is too old, which newer byte code could not. This class
 * alone is compiled for Java 8, and therefore reaches the rest by name.
 */
public final class Main {

    private static final int OLDEST_JAVA = 17;

    private Main() {}

    /**
     * @param arguments none, or {@code --help}, or {@code --version}
     * @throws Exception never in a build that is whole
     */
    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version", "0");
        int feature = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (feature < OLDEST_JAVA) {
            System.err.println("Chasqui cannot start: it needs Java " + OLDEST_JAVA + " or newer, but "
                    + System.getProperty("java.home") + " is Java " + feature
                    + ". Set JAVA_HOME to a newer JDK.");
            System.exit(2);
        }
        Class.forName("org.chasqui.launcher.Launcher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
