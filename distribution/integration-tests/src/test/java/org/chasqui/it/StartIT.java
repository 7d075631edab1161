package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
class StartIT {

    private final Product product;
    private final HttpClient http = HttpClient.newHttpClient();

    StartIT(Product product) {
        this.product = product;
    }

    @Test
    void isReadyWhenItSaysSo() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void answersMetricsAndOpenApi() throws Exception {
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        assertThat(get("/openapi").statusCode()).isEqualTo(200);
    }

    @Test
    void showsEachStepWithItsTimeAndWhereEverythingIs() {
        // What other tests do to the shared product may well be worth a warning.
        product.sendLine();
        var start = product.firstOutput().substring(0, product.firstOutput().indexOf("curl -X POST"));
        assertThat(start)
                .containsPattern("(?m)^ +\\d+\\.\\d s {2}database ready")
                .containsPattern("(?m)^ +\\d+\\.\\d s {2}broker ready")
                .containsPattern("(?m)^ +\\d+\\.\\d s {2}server ready")
                .containsPattern("(?m)^ +\\d+\\.\\d s {2}ready")
                .contains(product.baseUrl() + "/console/")
                .contains(product.dataFolder().toString())
                .doesNotContain("Exception")
                .doesNotContain("WARN");
    }

    @Test
    void databaseKeepsWhatItAnswered() throws Exception {
        try (var connection =
                DriverManager.getConnection(product.databaseUrl(), "chasqui", product.secret("database.password"))) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("show " + setting)) {
                    row.next();
                    assertThat(row.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    @Test
    void databaseLetsNobodyInWithoutThePassword() {
        for (String user : new String[] {"chasqui", "postgres"}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> DriverManager.getConnection(product.databaseUrl(), user, "guessed"))
                    .as(user)
                    .isInstanceOf(java.sql.SQLException.class);
        }
    }

    @Test
    void onlyTheOwnerReadsTheDataFolder() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(product.dataFolder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(product.dataFolder().resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void sandboxIsReachedFromThisMachineOnly() throws Exception {
        var elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        org.junit.jupiter.api.Assumptions.assumeTrue(elsewhere.isPresent(), "this machine has no other address");
        assertThat(connects(elsewhere.get())).isFalse();
        assertThat(connects(InetAddress.getByName("127.0.0.1"))).isTrue();
    }

    private boolean connects(InetAddress address) {
        try (var socket = new Socket(address, product.baseUrl().getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = product.baseUrl().resolve(path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
