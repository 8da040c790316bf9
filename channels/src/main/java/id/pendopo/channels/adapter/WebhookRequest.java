package id.pendopo.channels.adapter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A raw webhook request, to {@code /webhooks/{account}}: signatures are checked on these very bytes.
 *
 * @param publicUrl the desk's public address from the configuration, never from the request
 * @param method {@code GET} or {@code POST}
 * @param path what follows the account's name, from a slash; empty for the account's own address
 * @param query as it was sent, not decoded; empty if there is none
 * @param headers by lower-case name, every value in order
 * @param caller the caller's IP address, as far as our own proxies say; empty for a recorded or polled request
 */
public record WebhookRequest(
        String account,
        String method,
        URI publicUrl,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String caller) {

    /** A request of nobody in particular. */
    public WebhookRequest(
            String account,
            String method,
            URI publicUrl,
            String path,
            String query,
            Map<String, List<String>> headers,
            byte[] body) {
        this(account, method, publicUrl, path, query, headers, body, "");
    }

    /** The address that the provider called, as it knows it: what signatures are made over. */
    public String url() {
        String base = publicUrl.toString();
        String slashless = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return slashless + "/webhooks/" + account + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The only value of a header; empty when it is missing or given more than once (which no provider does). */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + method + " " + account + ", " + body.length + " bytes]";
    }
}
