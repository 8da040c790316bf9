package id.pendopo.config.commands;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lines of communication and the address that providers call. */
@Component
@Order(3)
class LinesCheck implements Check {

    private final ChannelAccounts lines;
    private final String publicUrl;

    LinesCheck(ChannelAccounts lines, @Value("${pendopo.public-url:}") String publicUrl) {
        this.lines = lines;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(address());
        for (ChannelAccount account : lines.all()) {
            findings.add(Finding.ok("account " + account.name(), account.kind()));
        }
        lines.incomplete().forEach(line -> findings.add(Finding.fatal("account " + line.account(), remedy(line))));
        return findings;
    }

    private static String remedy(ChannelAccounts.Incomplete line) {
        String variable = line.missing().getFirst().replace("-", "").replace('.', '_');
        return "lacks " + String.join(", ", line.missing()) + "; set " + variable.toUpperCase(Locale.ROOT)
                + " or remove the account.";
    }

    private Finding address() {
        if (publicUrl.isBlank()) {
            return Finding.fatal(
                    "public address", "is not set; set PENDOPO_PUBLIC_URL, such as https://desk.example.org.");
        }
        URI url = URI.create(publicUrl);
        if (url.getHost() == null || url.getPath() != null && url.getPath().length() > 1) {
            return Finding.fatal("public address", "must be a scheme and a host, such as https://desk.example.org.");
        }
        return "https".equals(url.getScheme()) || loopback(url.getHost())
                ? Finding.ok("public address", publicUrl)
                : Finding.bad("public address", "is not https; providers refuse it and passwords travel in the open.");
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
