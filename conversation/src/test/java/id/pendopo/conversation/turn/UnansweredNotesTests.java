package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.CountryPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors are told that no article answers. */
class UnansweredNotesTests {

    private final List<String> noted = new ArrayList<>();
    private final UnansweredNotes notes = new UnansweredNotes(
            (question, _, _, why) -> noted.add(why + " " + question),
            Phrasebook.of(CountryPack.chosen()),
            CountryPack.chosen());

    private void hears(String text, Ending ending, Optional<Guess> act, Optional<Guess> danger) {
        Conversation conversation =
                Conversation.fresh(7, new Address("line", "+6281200001234"), TestKinds.SMS, Locale.of("id"));
        Conversation after = conversation.with(conversation.state().missed(text));
        notes.note(new Decision(after, List.of(), List.of(), "", ending), facts(act, danger), "sms");
    }

    private static Facts facts(Optional<Guess> act, Optional<Guess> danger) {
        return new Facts(
                Optional.empty(),
                act,
                Optional.empty(),
                danger,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                BundledCatalogue.load().categories(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Facts.Alert.NONE,
                Facts.Line.OPEN,
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UBAH", "ubah 2", "MENU", "batal", "STATUS", "ya", "tidak", "ya benar"})
    void commandsAndAnswersAreNoGaps(String text) {
        hears(text, Ending.ESCALATED, Optional.of(new Guess("affirm", 0.9)), Optional.empty());

        assertThat(noted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'tolong rumah kebakaran', 0.9", "'tolong ada maling masuk rumah', 0.8"})
    void callsForHelpAreNoGaps(String text, double sure) {
        String kind = text.contains("maling") ? "crime" : "fire";
        hears(text, Ending.CLARIFIED, Optional.empty(), Optional.of(new Guess(kind, sure)));

        assertThat(noted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cara sewa balai desa buat nikahan",
                "ubah nama di akta gimana",
                "apa benar bpjs naik?",
                "batal haji uang kembali brp",
                "ktp ilang"
            })
    void questionsAre(String text) {
        hears(text, Ending.ESCALATED, Optional.empty(), Optional.of(new Guess("fire", 0.01)));

        assertThat(noted).containsExactly("UNKNOWN " + text);
    }
}
