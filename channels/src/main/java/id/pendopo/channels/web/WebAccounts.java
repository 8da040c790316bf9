package id.pendopo.channels.web;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Lines;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The web chat lines among all lines. */
@Component
public final class WebAccounts {

    private static final String USUAL = "web";

    private final Lines lines;

    WebAccounts(Lines lines) {
        this.lines = lines;
    }

    /** The line called so, or the agency's usual one: that named {@code web}, or the first by name. */
    public Optional<ChannelAccount> find(Optional<String> name) {
        return name.isPresent()
                ? all().stream().filter(line -> line.name().equals(name.get())).findFirst()
                : all().stream()
                        .min(Comparator.comparing(
                                        (ChannelAccount line) -> !line.name().equals(USUAL))
                                .thenComparing(ChannelAccount::name));
    }

    public List<ChannelAccount> all() {
        return lines.all().stream()
                .filter(line -> line.kind().equals(WebAdapter.KIND))
                .toList();
    }

    public WebProperties settings(String account) {
        return lines.find(account)
                .filter(line -> line.kind().equals(WebAdapter.KIND))
                .map(line -> line.settings(WebProperties.class))
                .orElseThrow(() -> new IllegalStateException("no web chat line " + account));
    }
}
