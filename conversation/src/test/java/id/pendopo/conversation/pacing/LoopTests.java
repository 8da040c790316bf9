package id.pendopo.conversation.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is not answered any more is kept, and heard when it matters. */
@ConversationTest
class LoopTests {

    private static final String AWAY = "Terima kasih, saya sedang tidak di tempat.";

    private final People people;
    private final Inbox inbox;

    LoopTests(People people, Inbox inbox) {
        this.people = people;
        this.inbox = inbox;
    }

    @Test
    void everyMessageIsKeptAndDangerIsAnswered() {
        Person program = people.next();

        List<Turn> turns =
                IntStream.range(0, 49).mapToObj(_ -> program.say(AWAY)).toList();
        Turn danger = program.say("tolong rumah saya kebakaran, anak saya masih di dalam");

        assertThat(turns.subList(0, 5))
                .allSatisfy(turn -> assertThat(turn.replies()).isNotEmpty());
        assertThat(Person.words(turns.get(5))).contains("berhenti menjawab");
        assertThat(turns.subList(6, 49))
                .allSatisfy(turn -> assertThat(turn.replies()).isEmpty());
        assertThat(inbox.received(danger.conversation())).hasSize(50);
        assertThat(Person.words(danger)).contains("112");
        assertThat(danger.replies()).extracting(OutboundMessage::turn).containsOnly(50L);
    }
}
