package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The keys of a telephone whose screen is all there is. */
class PageTurnsTests {

    private static final Capabilities USSD = Capabilities.of("ussd", "ussd", Family.PAGE, "sms");
    private static final List<String> NINE = List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "menu");

    private final Stage stage = new Stage();

    PageTurnsTests() {
        stage.conversation = Conversation.fresh(7, Stage.CITIZEN, USSD, Locale.of("id"));
    }

    private void shown(List<String> options) {
        stage.conversation = stage.conversation
                .with(stage.conversation.state().offering(options))
                .keeping(true);
    }

    private static boolean readsOn(Decision decision) {
        return decision.replies().getFirst().parts().contains(new Part.Rest());
    }

    @Test
    void readsOnByNine() {
        shown(List.of("menu"));

        assertThat(readsOn(stage.say("9"))).isTrue();
    }

    @Test
    void leavesNineToAListThatGoesSoFar() {
        shown(NINE);
        assertThat(stage.say("9").ending()).isEqualTo(Ending.MENU);

        shown(NINE);
        assertThat(readsOn(stage.say("99"))).isTrue();
    }

    @Test
    void numbersTheChoicesThatATextMessageNames() {
        stage.say("lapor lubang dalam sekali di Jalan Melati RT 4");
        stage.say("1");

        assertThat(stage.conversation.state().options()).contains("form:send", "form:edit");
    }

    @Test
    void endsASessionOnlyWhenNothingIsAsked() {
        Part end = Part.hangUp("page.end");

        assertThat(stage.say("terima kasih").replies().getFirst().parts()).contains(end);
        assertThat(stage.say("lapor lubang dalam sekali di Jalan Melati RT 4")
                        .replies()
                        .getFirst()
                        .parts())
                .doesNotContain(end);
    }
}
