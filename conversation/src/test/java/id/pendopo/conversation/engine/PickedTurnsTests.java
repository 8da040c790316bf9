package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.found;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Picked;
import id.pendopo.knowledge.Answer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk learns when a citizen picks one of the articles that a question could mean. */
class PickedTurnsTests {

    private static final Picked RIGHT = new Picked("sim", "sim-baru", Locale.of("id"));

    private final Stage stage = new Stage();

    @BeforeEach
    void asksWhich() {
        stage.answers = List.of(new Answer.Ambiguous(
                List.of(new Answer.Candidate("sim-baru", "A", 0.4), new Answer.Candidate("sim-hilang", "B", 0.3)),
                0.4));
        stage.say("sim");
        stage.answers = List.of(found("sim-baru"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "nomor 1"})
    void learnsWhatWasPicked(String number) {
        assertThat(stage.say(number).commands()).containsExactly(new Command.Learn(RIGHT, true));
    }

    @Test
    void learnsNothingFromAnArticleThatWasNotOffered() {
        assertThat(stage.pick("article:skck-baru").commands()).isEmpty();
    }

    @Test
    void learnsNothingFromAnAnswerThatWasNotPicked() {
        assertThat(stage.say("biaya sim baru").commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bukan itu",
                "bukan",
                "maaf, bukan yang itu maksud saya",
                "tidak sesuai",
                "salah kak",
                "not that one"
            })
    void unlearnsItWhenItWasNotThat(String words) {
        stage.say("1");

        Decision decision = stage.say(words);

        assertThat(decision.commands()).containsExactly(new Command.Learn(RIGHT, false));
        assertThat(decision.ending()).isEqualTo(Ending.ESCALATED);
        assertThat(stage.conversation.state().question()).contains("sim");
        assertThat(stage.say(words).commands()).doesNotContain(new Command.Learn(RIGHT, false));
    }

    @Test
    void whoPicksAnotherWasMistakenBefore() {
        stage.say("1");
        stage.answers = List.of(found("sim-hilang"));

        assertThat(stage.pick("article:sim-hilang").commands())
                .containsExactly(
                        new Command.Learn(RIGHT, false),
                        new Command.Learn(new Picked("sim", "sim-hilang", Locale.of("id")), true));
    }

    @Test
    void keepsItOnceTheCitizenWentOn() {
        stage.say("1");
        stage.say("terima kasih");

        assertThat(stage.say("bukan itu").commands()).isEmpty();
    }
}
