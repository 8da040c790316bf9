package id.pendopo.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Choice;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.gateway.accounts.AccountSources;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** Mail: the letter, as another program than ours reads it. */
class EmailSnapshotsTests extends LineSnapshots {

    private static final Address CITIZEN = new Address("line", "siti@surat.example");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailComposer composer =
            new MailComposer(URI.create("https://desk.example.org"), _ -> Optional.empty());

    @Override
    protected ChannelAdapter adapter() {
        return new EmailAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Delivered deliver(Sample sample) throws Exception {
        Message mail = mail(sample);
        String words = words(mail);
        return new Delivered("Subject: " + mail.getSubject() + "\n\n" + words, words);
    }

    @Override
    protected void check(Sample sample, Delivered delivered) throws Exception {
        Message mail = mail(sample);
        assertThat(mail.getMimeType()).isEqualTo("text/plain");
        assertThat(mail.getCharset()).isEqualToIgnoringCase("utf-8");
        assertThat(mail.getTo().flatten().getFirst().getAddress()).isEqualTo("siti@surat.example");
        assertThat(OurMessageId.is(mail.getMessageId())).isTrue();
        assertThat(mail.getHeader().getField("Auto-Submitted") == null)
                .as("a person's letter says nothing")
                .isEqualTo(sample.speaker().isPresent());
        for (Choice choice : sample.choices()) {
            assertThat(delivered.words()).contains(". " + choice.label());
        }
    }

    private Message mail(Sample sample) throws Exception {
        EmailProperties settings = (EmailProperties)
                AccountSources.fromMap(adapter(), Map.of("from", "Layanan Warga <layanan@kota.example>"));
        MimeMessage mail = composer.of(
                settings, SESSION, sample.to(CITIZEN, sample.blocks()), Instant.parse("2026-12-01T02:00:00Z"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        for (String line : bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            assertThat(line.length())
                    .as("https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1")
                    .isLessThanOrEqualTo(998);
        }
        return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static String words(Message mail) throws Exception {
        TextBody body = (TextBody) mail.getBody();
        try (var reader = body.getReader()) {
            return reader.readAllAsString().replace("\r\n", "\n");
        }
    }
}
