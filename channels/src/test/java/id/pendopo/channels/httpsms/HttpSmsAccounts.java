package id.pendopo.channels.httpsms;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.util.HashMap;
import java.util.Map;

/** Accounts of tests, named {@code line}. */
final class HttpSmsAccounts {

    private HttpSmsAccounts() {}

    /** A complete account with more. */
    static ChannelAccount bound(HttpSmsAdapter adapter, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "secret",
                "rahasia",
                "inbound.from",
                "from",
                "inbound.text",
                "text",
                "inbound.id",
                "id",
                "outbound.url",
                "/send"));
        properties.putAll(more);
        return new ChannelAccount("line", HttpSmsAdapter.KIND, AccountSources.fromMap(adapter, properties));
    }
}
