package id.pendopo.config.push;

import id.pendopo.ui.OutsideHosts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The allow-list of push services: a browser names its own one, and whoever runs the browser may name any address. */
@Component
public class PushServices {

    private static final int HTTPS = 443;
    private static final int LONGEST = 1_000;

    private final List<String> known;

    PushServices(PushProperties settings) {
        this.known = settings.services();
    }

    /** Whether the desk may be sent to this address; asks the name service. */
    public boolean permit(String endpoint) {
        try {
            return endpoint.length() <= LONGEST && permit(URI.create(endpoint));
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private boolean permit(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (known.contains(address.getScheme() + "://" + address.getAuthority())) {
            return true;
        }
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == HTTPS)
                && known.stream().anyMatch(one -> one.equals(host) || one.startsWith(".") && host.endsWith(one))
                && OutsideHosts.isOutside(host);
    }
}
