package id.pendopo.channels.telegram;

import id.pendopo.channels.ChannelsTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A test of the module with two bots: {@code tgcalled} is called by its Telegram, {@code tgasking} asks its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChannelsTest
@ContextConfiguration(initializers = TelegramTest.Bots.class)
@interface TelegramTest {

    /** The two servers, for as long as this JVM tests. */
    final class Bots implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        static final String SECRET = "Kata_sandi-desa-42";
        static final FakeTelegram CALLING = start();
        static final FakeTelegram ASKED = start();

        private static FakeTelegram start() {
            try {
                return new FakeTelegram();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String accounts = "pendopo.channels.accounts.";
            TestPropertyValues.of(
                            accounts + "tgcalled.kind=telegram",
                            accounts + "tgcalled.bot-token=" + FakeTelegram.TOKEN,
                            accounts + "tgcalled.webhook-secret=" + SECRET,
                            accounts + "tgcalled.api-base-url=" + CALLING.address(),
                            accounts + "tgasking.kind=telegram",
                            accounts + "tgasking.mode=polling",
                            accounts + "tgasking.bot-token=" + FakeTelegram.TOKEN,
                            accounts + "tgasking.api-base-url=" + ASKED.address())
                    .applyTo(context);
        }
    }
}
