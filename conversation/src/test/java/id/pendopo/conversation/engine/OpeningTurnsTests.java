package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What first messages begin, and what is said about a ticket that there is, by what was learned of them. */
class OpeningTurnsTests {

    private final Stage stage = new Stage();

    private Decision opens(String opening, double sure, String text) {
        stage.opening = Optional.of(new Guess(opening, sure));
        return stage.say(text);
    }

    private Decision follows(String act, double sure, String text) {
        stage.open = List.of(ticket(TicketStatus.NEW));
        stage.followUp = Optional.of(new Guess(act, sure));
        return stage.say(text);
    }

    @ParameterizedTest
    @CsvSource({
        "complaint, got mampet, FORM_ASKED",
        "complaint, kapan sih diaspal?, FORM_ASKED",
        "idea, bikin taman bermain saja, FORM_CONFIRM",
        "praise, pelayanannya sekarang cepat sekali, THANKED",
        "vague, gimana ya ini, MENU",
        "other, gimana ya ini, ESCALATED"
    })
    void aFirstMessageBeginsWhatItIs(String opening, String text, Ending ending) {
        assertThat(opens(opening, 0.85, text).ending()).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"complaint", "idea", "praise", "vague"})
    void whatIsNotSureBeginsNothing(String opening) {
        assertThat(opens(opening, 0.59, "begini begitu saja deh").ending()).isEqualTo(Ending.ESCALATED);
    }

    @Test
    void anIdeaBecomesATicketOfItsOwnTypeWithoutAPlace() {
        opens("idea", 0.9, "bikin taman bermain anak yang teduh");

        NewTicket ticket = stage.say("ya").commands().stream()
                .filter(Command.Open.class::isInstance)
                .map(command -> ((Command.Open) command).ticket())
                .findFirst()
                .orElseThrow();
        assertThat(ticket.type()).isEqualTo(TicketType.ASPIRATION);
        assertThat(ticket.place()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status, STATUS_OWN",
        "angry, STATUS_OWN",
        "thanks, THANKED",
        "added, INFORMATION_ADDED",
        "unsolved, INFORMATION_ADDED",
        "solved, SOLVED",
        "withdrawn, INFORMATION_ADDED",
        "other, ESCALATED"
    })
    void whoHasATicketIsUnderstoodToSpeakOfIt(String act, Ending ending) {
        assertThat(follows(act, 0.55, "begini begitu saja deh").ending()).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"status", "added", "withdrawn"})
    void whatIsNotSureIsNotWrittenIntoATicket(String act) {
        assertThat(follows(act, 0.54, "begini begitu saja deh").commands()).noneMatch(Command.Add.class::isInstance);
    }

    @Test
    void whoNamesTheReportThatTheyMadeTellsMoreOfIt() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.9));

        assertThat(follows("other", 0.9, "lampu yang kemarin saya laporkan malah jatuh")
                        .commands())
                .hasSize(1)
                .allMatch(Command.Add.class::isInstance);
    }

    @Test
    void aMatterTooIsNotWrittenIntoTheTicketOfAnotherKind() {
        stage.suggestion = Optional.of(new Suggestions.Guess("sampah", 0.9));
        stage.opening = Optional.of(new Guess("complaint", 0.9));

        assertThat(follows("added", 0.9, "sampah juga numpuk").ending()).isEqualTo(Ending.FORM_ASKED);
    }

    @Test
    void aVagueWordIsNotAnsweredByWhateverArticleHasIt() {
        stage.answers = List.of(Stage.found("paspor-percepatan"));

        assertThat(opens("vague", 0.6, "tolong cepat").ending()).isEqualTo(Ending.MENU);
    }
}
