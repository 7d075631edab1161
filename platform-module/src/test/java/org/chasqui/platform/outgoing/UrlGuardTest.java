package org.chasqui.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UrlGuardTest {
    private static final OutgoingRules STRICT =
            new OutgoingRules(false, Set.of(443, 80, 8443), Duration.ofSeconds(1), Duration.ofSeconds(2));

    @Test
    void noConnectionIsMadeToAnyAddressOfTheList() throws IOException {
        var urls = refused();
        assertThat(urls).hasSizeGreaterThanOrEqualTo(100);
        try (var canary = new Canary();
                var client = new OutgoingClient(rulesFor(canary), UrlGuardTest::resolve)) {
            for (var url : urls) {
                assertThatThrownBy(() -> client.check(url)).as(url).isInstanceOf(UrlRefused.class);
                // Whatever passed a check some day is checked again when it is called; on the canary's port, too.
                for (var variant : List.of(url, url.replaceFirst("(?<=[a-z0-9.\\]])/$", ":" + canary.port() + "/"))) {
                    assertThatThrownBy(() -> client.call(call(variant)))
                            .as(variant)
                            .isInstanceOfAny(UrlRefused.class, IllegalArgumentException.class);
                }
            }
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void aNameThatChangesItsMindIsNotConnectedTo() throws IOException {
        var answers = new AtomicInteger();
        AddressResolver flipping = host ->
                new InetAddress[] {InetAddress.getByName(answers.incrementAndGet() == 1 ? "93.184.215.14" : "127.0.0.1")
                };
        try (var canary = new Canary();
                var client = new OutgoingClient(rulesFor(canary), flipping)) {
            var url = "https://rebinding.example.com:" + canary.port() + "/";
            client.check(url);
            assertThatThrownBy(() -> client.call(call(url))).isInstanceOf(UrlRefused.class);
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void usualAddressesPass() throws UnknownHostException {
        var guard = new UrlGuard(STRICT, UrlGuardTest::resolve);
        for (var url : List.of(
                "https://example.com",
                "https://example.com/",
                "https://example.com/hooks?tenant=1&x=%20",
                "https://Hooks.Example.com:8443/a/b",
                "https://xn--exmple-cua.com/",
                "https://1e100.net/",
                "https://8.8.8.8/",
                "https://[2606:4700:4700::1111]/")) {
            assertThat(guard.checkForm(url)).as(url).isEqualTo(URI.create(url));
        }
        assertThat(guard.addressesOf("example.com")).hasSize(1);
    }

    @Test
    void aNameWithManyAddressesIsTriedAtFewAndCheckedAtAll() throws UnknownHostException {
        var many = IntStream.rangeClosed(1, 40).mapToObj(i -> "93.184.215." + i).toList();
        var guard = new UrlGuard(STRICT, host -> addresses(many.toArray(String[]::new)));
        assertThat(guard.addressesOf("many.example.com"))
                .containsExactly(addresses(many.subList(0, 4).toArray(String[]::new)));

        var withOneInside = Stream.concat(many.stream(), Stream.of("10.0.0.1")).toArray(String[]::new);
        var suspicious = new UrlGuard(STRICT, host -> addresses(withOneInside));
        assertThatThrownBy(() -> suspicious.addressesOf("many.example.com")).isInstanceOf(UrlRefused.class);
    }

    @Test
    void aDevelopersMachineMayCallItselfButNotTheCloudsSecrets() {
        var guard = new UrlGuard(
                new OutgoingRules(true, Set.of(443), Duration.ofSeconds(1), Duration.ofSeconds(1)),
                UrlGuardTest::resolve);
        for (var url :
                List.of("http://localhost:9000/x", "http://127.0.0.1:81/", "http://[::1]:81/", "http://10.0.0.3/")) {
            assertThat(guard.checkForm(url)).as(url).isEqualTo(URI.create(url));
        }
        for (var url : List.of("http://169.254.169.254/", "http://0.0.0.0/", "http://127.1/", "http://a@localhost/")) {
            assertThatThrownBy(() -> guard.checkForm(url)).as(url).isInstanceOf(UrlRefused.class);
        }
    }

    private static OutgoingRules rulesFor(Canary canary) {
        return new OutgoingRules(
                false, Set.of(443, 80, 8443, canary.port()), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    private static OutgoingClient.Call call(String url) {
        return new OutgoingClient.Call("POST", URI.create(url), Map.of(), new byte[] {1}, 100);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "example.com", "hooks.example.com" -> addresses("93.184.215.14");
            case "rebind.example" -> addresses("127.0.0.1");
            case "two-addresses.example" -> addresses("93.184.215.14", "10.0.0.1");
            case "mapped.example" -> addresses("::ffff:127.0.0.1");
            case "metadata.example" -> addresses("169.254.169.254");
            case "nat64.example" -> addresses("64:ff9b::7f00:1");
            case "ula.example" -> addresses("fd00::1");
            default -> throw new UnknownHostException(host);
        };
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var addresses = new ArrayList<InetAddress>();
        for (var literal : literals) {
            addresses.add(InetAddress.getByName(literal));
        }
        return addresses.toArray(InetAddress[]::new);
    }

    private static List<String> refused() throws IOException {
        try (var file = UrlGuardTest.class.getResourceAsStream("refused-urls.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** Counts who comes. */
    private static final class Canary implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        private final AtomicInteger connections = new AtomicInteger();
        private final Thread thread = new Thread(this::listen);

        private Canary() throws IOException {
            thread.setDaemon(true);
            thread.start();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (var caller = socket.accept()) {
                    connections.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
