package org.chasqui.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
interface AddressResolver {
    /** All addresses; at least one. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
