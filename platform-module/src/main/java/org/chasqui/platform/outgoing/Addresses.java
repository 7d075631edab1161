package org.chasqui.platform.outgoing;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public internet (IANA special-purpose registries for IPv4 and IPv6, RFC 6890). */
final class Addresses {
    private static final List<Block> NOT_GLOBAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Inside of 2000::/3: Teredo, benchmarking, ORCHID, documentation, 6to4.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    private static final Block GLOBAL_IPV6 = block("2000::/3");

    /** What a developer's machine and its containers use. Link-local is not among them: clouds keep their secrets there. */
    private static final List<Block> AT_HOME =
            blocks("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    private Addresses() {}

    static boolean isGlobal(InetAddress address) {
        boolean unicast = address instanceof Inet4Address || GLOBAL_IPV6.contains(address);
        return unicast && NOT_GLOBAL.stream().noneMatch(block -> block.contains(address));
    }

    static boolean isAtHome(InetAddress address) {
        return AT_HOME.stream().anyMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Addresses::block).toList();
    }

    private static Block block(String text) {
        var parts = text.split("/");
        try {
            return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("A literal is not looked up", impossible);
        }
    }

    private record Block(byte[] network, int bits) {
        boolean contains(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != network.length) {
                return false;
            }
            int shift = bytes.length * Byte.SIZE - bits;
            return new BigInteger(1, bytes).shiftRight(shift).equals(new BigInteger(1, network).shiftRight(shift));
        }
    }
}
