package id.pendopo.channels.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.meta.MetaSigned;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One address of a provider's app brings what is for several accounts: two numbers of WhatsApp, two pages of Messenger. */
@ChannelsTest
class SharedWebhookTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final JdbcClient jdbc;
    private final String id = "wamid." + UUID.randomUUID();

    SharedWebhookTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.base = "http://127.0.0.1:" + port + "/webhooks/";
        this.jdbc = jdbc;
    }

    @AfterEach
    void nothingIsSent() {
        List.of("wa%", "me%").forEach(accounts -> {
            jdbc.sql("delete from channels_lane where conversation in"
                            + " (select conversation from channels_outbound where account like ?)")
                    .param(accounts)
                    .update();
            jdbc.sql("delete from channels_outbound where account like ?")
                    .param(accounts)
                    .update();
        });
    }

    @Test
    void everyNumberGetsItsOwnWhicheverWasCalled() throws Exception {
        String body = "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"id\": \"1\", \"changes\": ["
                + change("1001", id + "a") + ", " + change("1002", id + "b") + "]}]}";

        assertThat(post("wasatu", body)).isEqualTo(200);
        assertThat(post("wadua", body)).isEqualTo(200);

        assertThat(accounts(id + "a")).containsExactly("wasatu");
        assertThat(accounts(id + "b")).containsExactly("wadua");
    }

    @Test
    void everyPageGetsItsOwnWhicheverWasCalled() throws Exception {
        String body =
                "{\"object\": \"page\", \"entry\": [" + entry("2001", id + "a") + ", " + entry("2002", id + "b") + "]}";

        assertThat(post("mesatu", body)).isEqualTo(200);
        assertThat(post("medua", body)).isEqualTo(200);

        assertThat(accounts(id + "a")).containsExactly("mesatu");
        assertThat(accounts(id + "b")).containsExactly("medua");
    }

    private static String entry(String page, String id) {
        return """
                {"id": "%s", "time": 1796089530123, "messaging": [{"sender": {"id": "64001%s"}, "recipient": {"id": "%s"},
                 "timestamp": 1796089530123, "message": {"mid": "%s", "text": "halo"}}]}
                """.formatted(page, page, page, id);
    }

    private static String change(String number, String id) {
        return """
                {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "%s"},
                 "messages": [{"from": "62812345%s", "id": "%s", "timestamp": "1796089530", "type": "text",
                               "text": {"body": "halo"}}]}}
                """.formatted(number, number, id);
    }

    private int post(String account, String body) throws IOException, InterruptedException {
        WebhookRequest unsigned = new WebhookRequest(
                account, "POST", URI.create(base), "", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return http.send(
                        HttpRequest.newBuilder(URI.create(base + account))
                                .header("Content-Type", "application/json")
                                .header("X-Hub-Signature-256", MetaSigned.signature(unsigned, "rahasia"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private List<String> accounts(String externalId) {
        return jdbc.sql("select account from channels_inbound where external_id = ?")
                .param(externalId)
                .query(String.class)
                .list();
    }
}
