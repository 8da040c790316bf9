package id.pendopo.channels.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.DatabaseProxy;
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

/** A test of the module with a mailbox: the account {@code mail} reads two folders of {@code layanan@kota.example}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChannelsTest
@ContextConfiguration(initializers = MailTest.Office.class)
@interface MailTest {

    /** The mail server, for as long as this JVM tests. */
    final class Office implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        static final GreenMail SERVER = start();

        /** Between the desk and its mailbox. */
        static final DatabaseProxy WIRE = wire();

        private static DatabaseProxy wire() {
            try {
                return new DatabaseProxy(SERVER.getImap().getPort());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static GreenMail start() {
            GreenMail server = new GreenMail(
                    new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
            server.start();
            server.setUser("layanan@kota.example", "layanan", "rahasia");
            Citizen.mailbox(server, "layanan", "Laporan");
            return server;
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(properties()).applyTo(context);
        }

        private static String[] properties() {
            String account = "pendopo.channels.accounts.mail.";
            return new String[] {
                account + "kind=email",
                account + "from=Layanan Warga <layanan@kota.example>",
                account + "imap.host=127.0.0.1",
                account + "imap.port=" + WIRE.port(),
                account + "imap.ssl=false",
                account + "imap.username=layanan",
                account + "imap.password=rahasia",
                account + "imap.folders=INBOX,Laporan",
                account + "smtp.host=127.0.0.1",
                account + "smtp.port=" + SERVER.getSmtp().getPort(),
            };
        }
    }
}
