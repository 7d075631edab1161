package org.chasqui.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Logger;

/** Payara Micro in this process: one HTTP listener, no cluster, no port but that one. */
final class Server {

    private static final int HTTP_THREADS = 200;
    private static final String NETWORK = "configs.config.server-config.network-config.";

    /** Kept, because the log keeps its loggers by weak references only. */
    private static final Logger SERVER_LOG = Logger.getLogger("PayaraMicro");

    private final PayaraMicroRuntime runtime;

    private Server(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    /** Boots an empty server. Its own folder is made anew each time: a kept one remembers what was deployed. */
    static Server boot(HttpAddress address, DataFolder data, Bundle bundle, Path logging) throws IOException {
        Path root = data.emptyFolder("server");
        // Unpacked, classes load in half the CPU time that jars inside the jar take. Must be said before getInstance().
        PayaraMicro.setUpackedJarDir(bundle.payaraJars().toFile());
        PayaraMicro.unpackJars();
        // Its last line comes when the log is closed already, and would land between the launcher's own.
        SERVER_LOG.setFilter(record -> !String.valueOf(record.getMessage()).contains("STOPPED"));
        try {
            return new Server(PayaraMicro.getInstance()
                    .setNoHazelcast(true)
                    .setRootDir(root.toFile())
                    .setHttpPort(address.port())
                    .setHttpAutoBind(false)
                    .setMaxHttpThreads(HTTP_THREADS)
                    .setPrintLogo(false)
                    .setLogPropertiesFile(logging.toFile())
                    .setPreBootHandler(commands -> configure(commands, address))
                    .bootStrap());
        } catch (BootstrapException e) {
            throw new StartRefused("the server did not start: " + e.getMessage(), e);
        }
    }

    private static void configure(AdminCommandRunner commands, HttpAddress address) {
        String http = NETWORK + "protocols.protocol.http-listener.http.";
        commands.run("set", NETWORK + "network-listeners.network-listener.http-listener.address=" + address.host());
        // Requests per connection: the default closes a busy client's connection every 250 requests.
        commands.run("set", http + "max-connections=-1");
        commands.run("set", http + "timeout-seconds=60");
        commands.run("set", http + "server-header=false");
        commands.run("set", http + "xpowered-by=false");
        // Clients of Waabot send JSON with GET and DELETE (seed 001); the server would refuse them before anybody is
        // asked.
        commands.run("set", http + "allow-payload-for-undefined-http-methods=true");
        // On no host but in the WAR (web.xml): the page of an empty server says yes as soon as the adapter is there.
        commands.run("set-microprofile-healthcheck-configuration", "--virtualServers=none");
    }

    /** The adapter first: the WAR's connection factory and its message-driven beans refer to it. */
    void deploy(Bundle bundle) {
        try (var failures = DeploymentFailures.listen()) {
            runtime.deploy(bundle.resourceAdapter().toFile());
            require("chasqui-jms", failures);
            runtime.deploy("chasqui", "/", bundle.war().toFile());
            require("chasqui", failures);
        }
    }

    /** {@code deploy()} answers true whatever happened: what counts is whether the application is there. */
    private void require(String name, DeploymentFailures failures) {
        if (!runtime.getDeployedApplicationNames().contains(name)) {
            throw new StartRefused(failures.sentence());
        }
    }
}
