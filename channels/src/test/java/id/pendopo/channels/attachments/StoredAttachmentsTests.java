package id.pendopo.channels.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments.Stored;
import id.pendopo.channels.ChannelsTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelsTest
class StoredAttachmentsTests {

    private final StoredAttachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Address siti = new Address("web", UUID.randomUUID().toString());

    StoredAttachmentsTests(StoredAttachments attachments, JdbcClient jdbc, Clock clock) {
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void forgetsWhatNobodySentAfterAnHourAndWhatWasSentWithTheMessageItself() throws AttachmentRefused {
        Stored unused = stored("created_at", "61 minutes");
        Stored fresh = stored("created_at", "59 minutes");
        Stored sent = sent("729 days");
        Stored old = sent("731 days");

        attachments.forget();

        assertThat(attachments.file(unused.id())).isEmpty();
        assertThat(attachments.file(fresh.id())).isPresent();
        assertThat(attachments.file(sent.id())).isPresent();
        assertThat(attachments.file(old.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lampu.jpg", "https://orang-jahat.example/a.png", "http://127.0.0.1/a.png"})
    void knowsNoFileButItsOwn(String ref) {
        assertThat(attachments.link(ref)).isEmpty();
        assertThat(attachments.take(siti, ref)).isEmpty();
    }

    private Stored sent(String ago) throws AttachmentRefused {
        Stored stored = stored("created_at", ago);
        attachments.take(siti, stored.id()).orElseThrow();
        age(stored, "taken_at", ago);
        return stored;
    }

    private Stored stored(String column, String ago) throws AttachmentRefused {
        Stored stored = attachments.store(siti, "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        age(stored, column, ago);
        return stored;
    }

    private void age(Stored stored, String column, String ago) {
        jdbc.sql("update channels_attachment set " + column + " = :now - :ago::interval where id = :id::uuid")
                .param("ago", ago)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", stored.id())
                .update();
    }
}
