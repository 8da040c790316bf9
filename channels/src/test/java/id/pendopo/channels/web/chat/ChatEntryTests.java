package id.pendopo.channels.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.web.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatEntryTests {

    /** A screen reader reads Javanese as Javanese on an Indonesian page. */
    @Test
    void namesTheLanguageOfWordsThatAreNotInThePages() {
        OutboundMessage message = new OutboundMessage(
                new Address("web", "1"),
                1,
                1,
                0,
                OutboundMessage.Author.BOT,
                Locale.of("jv"),
                List.of(new Block.Text("Sugeng enjing.", Optional.empty(), Optional.empty())),
                Optional.empty());

        ChatEntry entry = ChatEntry.of(Reply.of(message), Instant.EPOCH);

        assertThat(entry.foreign("id")).isEqualTo("jv");
        assertThat(entry.foreign("jv")).isNull();
    }
}
