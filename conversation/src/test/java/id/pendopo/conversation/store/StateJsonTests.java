package id.pendopo.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.forms.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateJsonTests {

    private final StateJson json = new StateJson();

    @Test
    void readsWhatItWrote() {
        State state = State.fresh().greeting().heldBy("4821773021");

        assertThat(json.read(1, json.write(state))).isEqualTo(state);
    }

    @Test
    void readsReportsThatWait() {
        Draft other = new Draft(
                "report",
                1,
                Map.of("place", "jl jati"),
                Draft.CONFIRM,
                1,
                0,
                false,
                Instant.EPOCH,
                new Draft.Origin(Instant.EPOCH, List.of(7L)));
        State state = State.fresh().drafting(other).keeping(other).keeping(other);

        assertThat(json.read(1, json.write(state))).isEqualTo(state);
    }

    @Test
    void writesWhatIsThereAlone() {
        assertThat(json.write(State.fresh().greeting())).contains("greeted").doesNotContain("draft", "null");
    }

    /** As each version wrote what it did not know, and without what it did not remember yet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"greeted":true,"misses":0,"about":null,"question":null,"options":[],"draft":null,"expected":null,
                 "hinted":false,"ticketed":false,"touched":null}""",
                """
                {"greeted":true,"misses":0,"about":null,"question":null,"options":[],"draft":null,"expected":null,
                 "hinted":false,"ticketed":false,"held":[],"touched":null}""",
                """
                {"greeted":true,"misses":0,"about":null,"question":null,"options":[],"draft":null,"expected":null,
                 "hinted":false,"ticketed":false,"held":[],"touched":null,"told":null,"picked":null}""",
                """
                {"greeted":true,"misses":0,"about":null,"question":null,"options":[],"draft":null,"expected":null,
                 "hinted":false,"ticketed":false,"held":[],"touched":null,"told":null,"picked":null,"alarm":null}""",
            })
    void readsWhatEarlierVersionsWrote(String written) {
        assertThat(json.read(1, written)).isEqualTo(State.fresh().greeting());
    }
}
