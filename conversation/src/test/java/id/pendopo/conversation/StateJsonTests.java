package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.engine.State;
import org.junit.jupiter.api.Test;

class StateJsonTests {

    private final StateJson json = new StateJson();

    @Test
    void readsWhatItWrote() {
        State state = State.fresh().greeting().heldBy("4821773021");

        assertThat(json.read(1, json.write(state))).isEqualTo(state);
    }

    @Test
    void readsAStateFromBeforeHoldersWereRemembered() {
        String written = json.write(State.fresh().greeting());
        String before = written.replace(",\"held\":[]", "");

        assertThat(before).isNotEqualTo(written);
        assertThat(json.read(1, before)).isEqualTo(State.fresh().greeting());
    }

    @Test
    void readsAStateFromBeforeLanguagesAndPicksWereRemembered() {
        String written = json.write(State.fresh().greeting());
        String before = written.replace(",\"told\":null", "").replace(",\"picked\":null", "");

        assertThat(before).isNotEqualTo(written).doesNotContain("told", "picked");
        assertThat(json.read(1, before)).isEqualTo(State.fresh().greeting());
    }

    @Test
    void readsAStateFromBeforeEmergenciesWereRemembered() {
        String written = json.write(State.fresh().greeting());
        String before = written.replace(",\"alarm\":null", "");

        assertThat(before).isNotEqualTo(written);
        assertThat(json.read(1, before)).isEqualTo(State.fresh().greeting());
    }
}
