package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SendFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Telegram: each method of the Bot API that is called, with its parameters. */
class TelegramSnapshotsTests extends LineSnapshots {

    private static final Address CITIZEN = new Address("telegram", "5550001234");

    private final TelegramAdapter adapter =
            new TelegramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) throws IOException, SendFailed {
        List<FakeTelegram.Asked> asked = asked(sample);
        String shown = asked.stream()
                .map(request -> request.method() + " "
                        + JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(request.json()))
                .collect(Collectors.joining("\n"));
        return new Delivered(
                shown,
                asked.stream()
                        .map(request -> request.json().path("text").asString() + "\n"
                                + String.join("\n", labels(request.json())))
                        .collect(Collectors.joining("\n")));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) throws IOException, SendFailed {
        List<FakeTelegram.Asked> asked = asked(sample);
        assertThat(asked).isNotEmpty().allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("sendmessage");
            assertThat(request.json().path("text").asString()).isNotBlank().hasSizeLessThanOrEqualTo(4096);
            assertThat(request.json().has("parse_mode")).isFalse();
        });
        JsonNode last = asked.getLast().json();
        buttons(last)
                .forEach(button -> assertThat(
                                button.path("callback_data").asString("").getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(64));
        for (Choice choice : sample.choices()) {
            String line = (sample.choices().indexOf(choice) + 1) + ". " + choice.label();
            assertThat(labels(last).contains(choice.label())
                            || last.path("text").asString().lines().anyMatch(line::equals))
                    .as(choice.label())
                    .isTrue();
        }
        for (Block block : sample.blocks()) {
            if (block instanceof Block.Text said) {
                assertThat(delivered.words()).contains(said.text());
            }
        }
    }

    private List<FakeTelegram.Asked> asked(Sample sample) throws IOException, SendFailed {
        try (FakeTelegram telegram = new FakeTelegram()) {
            ChannelAccount line = new ChannelAccount(
                    "telegram",
                    TelegramAdapter.KIND,
                    new TelegramProperties(
                            FakeTelegram.TOKEN, "secret", TelegramProperties.Mode.WEBHOOK, telegram.address()));
            adapter.send(line, sample.to(CITIZEN, sample.blocks()));
            return telegram.asked("sendMessage");
        }
    }

    private static List<String> labels(JsonNode message) {
        return buttons(message).stream()
                .map(button -> button.path("text").asString())
                .toList();
    }

    private static List<JsonNode> buttons(JsonNode message) {
        List<JsonNode> buttons = new ArrayList<>();
        for (String keyboard : List.of("inline_keyboard", "keyboard")) {
            message.path("reply_markup").path(keyboard).forEach(row -> row.forEach(buttons::add));
        }
        return buttons;
    }
}
