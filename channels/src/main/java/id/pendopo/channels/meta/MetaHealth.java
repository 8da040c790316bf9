package id.pendopo.channels.meta;

import id.pendopo.channels.adapter.HealthCheck.Fact;
import id.pendopo.channels.adapter.HealthCheck.Fact.Kind;
import id.pendopo.channels.adapter.SendFailed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The health of an account at Meta: what the Graph interface says of it, and when its token ends.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token">Debug token</a>
 */
public final class MetaHealth {

    private MetaHealth() {}

    /**
     * Asks for fields of an account.
     *
     * @param id Meta's id of it
     * @param fields by what they say, in the order in which they are shown
     * @throws SendFailed Meta does not know the account, or the token does not open it
     */
    public static List<Fact> of(MetaGraph graph, MetaAccount account, String id, Map<String, Kind> fields)
            throws SendFailed {
        JsonNode said = graph.get(account, id + "?fields=" + String.join(",", fields.keySet()));
        List<Fact> facts = new ArrayList<>();
        fields.forEach((field, kind) -> {
            String value = said.path(field).asString("");
            if (!value.isEmpty()) {
                facts.add(new Fact(kind, value));
            }
        });
        expiry(graph, account).ifPresent(end -> facts.add(new Fact(Kind.EXPIRES, end.toString())));
        return facts;
    }

    /** Empty of a token that does not end, and where Meta does not say. */
    private static Optional<Instant> expiry(MetaGraph graph, MetaAccount account) {
        try {
            String token = URLEncoder.encode(account.accessToken(), StandardCharsets.UTF_8);
            long end = graph.get(account, "debug_token?input_token=" + token)
                    .at("/data/expires_at")
                    .asLong(0);
            return end > 0 ? Optional.of(Instant.ofEpochSecond(end)) : Optional.empty();
        } catch (SendFailed unsaid) {
            return Optional.empty();
        }
    }
}
