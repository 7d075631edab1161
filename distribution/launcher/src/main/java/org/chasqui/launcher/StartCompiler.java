package org.chasqui.launcher;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the optimising compiler away from code that only a start runs hot: reading jars, scanning classes, wiring beans.
 * On two cores it took 12 of the 30 CPU seconds of a start, for methods that hardly run again. What a request runs too is
 * not on the list: annotations and generic types, for one, that Jersey and Weld read for each of them.
 */
final class StartCompiler {

    private static final Logger LOG = System.getLogger(StartCompiler.class.getName());

    private static final List<String> ONLY_HOT_AT_THE_START = List.of(
            "org/objectweb/asm/*.*",
            "jdk/internal/org/objectweb/asm/*.*",
            "com/sun/org/apache/xerces/*.*",
            "jdk/internal/loader/*.*",
            "jdk/internal/jimage/*.*",
            "java/util/jar/*.*",
            "java/util/zip/ZipFile*.*",
            "java/net/URL*.*",
            "sun/net/util/URLUtil.*",
            "java/io/File.*",
            "java/io/BufferedReader.readLine",
            "java/util/Properties*.*",
            "java/lang/ClassLoader.*",
            "java/lang/Class.getPackage",
            "java/lang/Class.getMethodsRecursive",
            "org/glassfish/hk2/classmodel/*.*",
            "org/glassfish/weld/BeanDeploymentArchive*.*",
            "org/glassfish/weld/DeploymentImpl*.*",
            "org/glassfish/web/loader/*.*",
            "com/sun/appserv/connectors/*.*",
            "com/sun/enterprise/deployment/*.*",
            "com/sun/enterprise/loader/*.*",
            "com/sun/enterprise/v3/server/*.*",
            "org/jboss/classfilewriter/*.*",
            "org/jboss/weld/bootstrap/*.*");

    private StartCompiler() {}

    /**
     * Tells the compiler of this JVM. A JVM that has no such command starts a little slower, and that is all.
     *
     * @param folder where the directives are written for the compiler to read
     */
    static void spare(Path folder) {
        var matches = ONLY_HOT_AT_THE_START.stream()
                .map(pattern -> '"' + pattern + '"')
                .collect(Collectors.joining(","));
        try {
            var file =
                    Files.writeString(folder.resolve("compiler.json"), "[{match:[" + matches + "],c2:{Exclude:true}}]");
            command("compilerDirectivesAdd", file.toString());
        } catch (JMException | IOException unsupported) {
            LOG.log(Level.DEBUG, "The compiler takes no directives", unsupported);
        }
    }

    private static void command(String name, String argument) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        name,
                        new Object[] {new String[] {argument}},
                        new String[] {String[].class.getName()});
    }
}
