package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TooLongTests {

    private static final Part TOLD = Part.say("shortened");

    private final Stage stage = new Stage();

    @Test
    void tellsFirstThatOnlyTheBeginningWasReceived() {
        assertThat(parts(stage.say(message("halo selamat pagi").shortened("halo selamat pagi\u2026"))))
                .startsWith(TOLD);
    }

    @Test
    void tellsItBehindWhatMaySaveALife() {
        Decision decision = stage.say(message("").shortened("tolong rumah saya kebakaran\u2026"));

        assertThat(decision.ending()).isEqualTo(Ending.EMERGENCY);
        assertThat(parts(decision)).endsWith(TOLD).hasSizeGreaterThan(1);
    }

    @Test
    void saysNothingOfAWholeMessage() {
        assertThat(parts(stage.say(message("halo selamat pagi")))).doesNotContain(TOLD);
    }

    private static List<Part> parts(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .toList();
    }

    private static InboundMessage message(String text) {
        return InboundMessage.text("test", "m", Instant.EPOCH, "web", new Address("test", "siti"), text);
    }
}
