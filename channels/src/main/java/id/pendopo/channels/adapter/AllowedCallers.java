package id.pendopo.channels.adapter;

import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMask;

/**
 * An IP allow-list, for providers that sign nothing.
 *
 * @param networks addresses or networks in CIDR notation; empty allows everybody
 */
public record AllowedCallers(List<NetMask> networks) {

    public AllowedCallers {
        networks = List.copyOf(networks);
    }

    /** @throws IllegalArgumentException one of them is no network; the message names it */
    public static AllowedCallers of(List<String> networks) {
        return new AllowedCallers(networks.stream().map(NetMask::new).toList());
    }

    /** @throws WebhookRejected 403 when the caller is not on the list */
    public void verify(WebhookRequest request) throws WebhookRejected {
        if (!networks.isEmpty() && !allows(request.caller())) {
            throw new WebhookRejected(403, "the caller's address is not allowed for this account");
        }
    }

    private boolean allows(String caller) {
        try {
            InetAddress address = InetAddress.ofLiteral(caller);
            return networks.stream().anyMatch(network -> network.matches(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
