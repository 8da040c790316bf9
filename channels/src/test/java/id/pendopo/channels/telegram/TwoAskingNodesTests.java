package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.ChannelsTestApplication;
import id.pendopo.channels.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes with one bot that asks: one asks, and the other goes on where it stopped. */
class TwoAskingNodesTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long CHAT = 5_550_009;

    @Test
    void askOneAfterTheOtherAndTakeNothingTwice() throws IOException {
        String database = TestDatabase.fresh();
        try (FakeTelegram telegram = new FakeTelegram()) {
            ConfigurableApplicationContext first = node(database, telegram);
            try (ConfigurableApplicationContext second = node(database, telegram)) {
                assertThat(second.isActive()).isTrue();
                say(telegram, "satu");
                await().atMost(SOON).until(() -> heard(telegram).contains("gema: satu"));
                assertThat(atOnce(telegram)).isEqualTo(1);

                first.close();
                say(telegram, "dua");

                await().atMost(SOON).until(() -> heard(telegram).contains("gema: dua"));
                assertThat(heard(telegram)).containsExactly("gema: satu", "gema: dua");
            } finally {
                first.close();
            }
        }
    }

    /** The most questions that were open at the same time. */
    private static int atOnce(FakeTelegram telegram) {
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        return telegram.mostAskingAtOnce();
    }

    private static void say(FakeTelegram telegram, String text) {
        long update = Updates.next();
        telegram.queue(update, Updates.text(update, CHAT, text));
    }

    private static List<String> heard(FakeTelegram telegram) {
        return telegram.asked("sendMessage").stream()
                .map(asked -> asked.json().path("text").asString(""))
                .toList();
    }

    private static ConfigurableApplicationContext node(String database, FakeTelegram telegram) {
        String account = "--pendopo.channels.accounts.tgasking.";
        return new SpringApplicationBuilder(ChannelsTestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--test.database=" + database,
                        account + "kind=telegram",
                        account + "mode=polling",
                        account + "bot-token=" + FakeTelegram.TOKEN,
                        account + "api-base-url=" + telegram.address());
    }
}
