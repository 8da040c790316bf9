package id.pendopo.ui;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The guard against server-side request forgery, for whoever asks an address that somebody else wrote: a name that leads into
 * our own network was not given by whom it names. Any thread may call.
 */
public final class OutsideHosts {

    private OutsideHosts() {}

    /** Whether no address of a host is of a private network, of a link or of this machine; true for a host that nobody knows. */
    public static boolean isOutside(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
                if (address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()
                        || uniqueLocal) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            return true; // The request will say so, and be tried again.
        }
    }
}
