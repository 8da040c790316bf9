package id.pendopo.channels.web;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The web chat accounts: the web chat lines among all lines. */
@Component
public final class WebAccounts {

    private static final String USUAL = "web";

    private final ChannelAccounts accounts;

    WebAccounts(ChannelAccounts accounts) {
        this.accounts = accounts;
    }

    /** The line called so, or the agency's usual one: that named {@code web}, or the first by name. */
    public Optional<ChannelAccount> find(Optional<String> name) {
        return name.isPresent()
                ? all().stream()
                        .filter(account -> account.name().equals(name.get()))
                        .findFirst()
                : all().stream()
                        .min(Comparator.comparing((ChannelAccount account) ->
                                        !account.name().equals(USUAL))
                                .thenComparing(ChannelAccount::name));
    }

    public List<ChannelAccount> all() {
        return accounts.all().stream()
                .filter(account -> account.kind().equals(WebAdapter.KIND))
                .toList();
    }

    public WebProperties settings(String name) {
        return accounts.find(name)
                .filter(account -> account.kind().equals(WebAdapter.KIND))
                .map(account -> account.settings(WebProperties.class))
                .orElseThrow(() -> new IllegalStateException("no web chat line " + name));
    }
}
