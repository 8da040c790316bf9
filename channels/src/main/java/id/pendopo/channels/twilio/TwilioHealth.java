package id.pendopo.channels.twilio;

import id.pendopo.channels.adapter.HealthCheck.Fact;
import id.pendopo.channels.adapter.HealthCheck.Fact.Kind;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The health of an account at Twilio: its name and state.
 *
 * @see <a href="https://www.twilio.com/docs/iam/api/account#fetch-an-account-resource">Account resource</a>
 */
public final class TwilioHealth {

    private final ProviderHttp http = ProviderHttp.pooled();

    /** @throws SendFailed Twilio does not know the account, or the token is not its own */
    public List<Fact> of(TwilioAccount account) throws SendFailed {
        String base = account.apiBaseUrl().toString().replaceAll("/+$", "");
        String credentials = account.accountSid() + ":" + account.authToken();
        ProviderHttp.Answer answer = http.ask(HttpRequest.newBuilder(
                        URI.create(base + "/2010-04-01/Accounts/" + account.accountSid() + ".json"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .GET()
                .build());
        if (!answer.ok()) {
            throw answer.refused();
        }
        JsonNode said = answer.json();
        return Stream.of(
                        new Fact(Kind.NAME, said.path("friendly_name").asString("")),
                        new Fact(Kind.STATUS, said.path("status").asString("")))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }
}
