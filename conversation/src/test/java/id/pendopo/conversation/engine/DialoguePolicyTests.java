package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.keypad.Menu;
import id.pendopo.ui.CountryPack;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Both lists can be read, and another package can add to them. */
class DialoguePolicyTests {

    private final DialoguePolicy shipped = DialoguePolicy.shipped(CountryPack.chosen());

    private static final Set<String> WORDS = Set.of("cuaca", "menu");

    private static Contribution weather(String before) {
        return new Contribution.OfResponder(
                "weather",
                before,
                context -> WORDS.contains(context.heard().plain().split(" ")[0])
                        ? Optional.of(Decision.of(context, Ending.ANSWERED, Part.say("chitchat")))
                        : Optional.empty());
    }

    @Test
    void finishesEachDecisionInTheVisibleOrder() {
        assertThat(shipped.finishers())
                .extracting(DialoguePolicy.Named::name)
                .containsExactly(
                        "reason lapses",
                        "danger",
                        "floor",
                        "next report",
                        "way on",
                        "translation",
                        "moved away",
                        "shortened",
                        "memory",
                        "tries");
    }

    @Test
    void asksAContributedResponderAtItsPlace() {
        Stage stage = new Stage(shipped.with(weather("agent")));

        assertThat(stage.engine.order()).containsSubsequence("command", "weather", "agent");
        assertThat(stage.say("cuaca besok").responder()).isEqualTo("weather");
        assertThat(stage.say("menu").responder()).isEqualTo("command");
        assertThat(stage.say("halo").responder()).isEqualTo("act");
    }

    @Test
    void hasAContributedFinisherSeeWhatTheOneBeforeMadeOfTheDecision() {
        Stage stage = new Stage(shipped.with(new Contribution.OfFinisher(
                "farewell", "memory", (_, decision) -> decision.followed(Menu.offer(false)))));

        Decision thanked = stage.say("terima kasih");

        assertThat(thanked.offered()).isNotEmpty();
        assertThat(stage.conversation.state().options()).isEqualTo(thanked.offered());
    }

    @Test
    void refusesAPlaceThatNobodyHasAndANameThatSomebodyHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped.with(weather("nobody")))
                .withMessageContaining("before nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped.with(weather("agent")).with(weather("form")))
                .withMessageContaining("one name");
    }
}
