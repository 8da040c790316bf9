package id.pendopo.conversation.poll;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.engine.DialoguePolicy;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollResponderTests {

    private static final Capabilities RICH = Capabilities.unknown("test");
    private static final Address ANI = new Address("line", "ani");
    private static final Phrasebook PHRASEBOOK = Phrasebook.of(CountryPack.of(CountryPack.SHIPPED));

    private final PollResponder poll = new PollResponder();

    @Test
    void asksItsQuestionAndTakesTheChoiceWhoseNumberIsTyped() {
        Decision asked = said("POLL", List.of()).orElseThrow();
        Decision voted = said("2", asked.offered()).orElseThrow();

        assertThat(asked.ending()).isEqualTo(Ending.VOTE_ASKED);
        assertThat(asked.offered()).containsExactly("poll:1", "poll:2");
        assertThat(voted.ending()).isEqualTo(Ending.VOTED);
        assertThat(voted.commands()).containsExactly(new Vote(1, 2));
    }

    @Test
    void leavesEverythingElseToOthers() {
        assertThat(said("ktp hilang", List.of())).isEmpty();
        assertThat(said("3", List.of("poll:1", "poll:2"))).isEmpty();
    }

    @Test
    void hasItsPlaceAmongThem() {
        DialoguePolicy policy =
                DialoguePolicy.shipped(CountryPack.of(CountryPack.SHIPPED)).with(new PollConfiguration().poll());

        assertThat(new Engine(policy).order()).containsSubsequence("form", "poll", "act");
    }

    private Optional<Decision> said(String text, List<String> offered) {
        Conversation fresh = Conversation.fresh(1, ANI, RICH, Locale.ENGLISH);
        InboundMessage message = InboundMessage.text("line", "m1", Instant.EPOCH, "test", ANI, text);
        return poll.respond(TurnContext.of(
                PHRASEBOOK, fresh.with(fresh.state().offering(offered)), message, null, Instant.EPOCH));
    }
}
